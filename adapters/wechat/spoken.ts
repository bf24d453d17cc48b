/** How long after the bot said something its echo may come, ms, and how much of it is remembered. */
const ECHO_WITHIN = 300_000;
const MOST = 500;

/** What the bot said: the account's own messages come in like all others, and a person may write on its telephone too. */
export const createSpoken = (now: () => number) => {
  const said = new Map<string, number>();
  const keyOf = (conversation: string, text: string) => JSON.stringify([conversation, text.trim()]);
  return {
    note: (conversation: string, text: string): void => {
      for (const oldest of said.keys()) {
        if (said.size < MOST) break;
        said.delete(oldest);
      }
      said.set(keyOf(conversation, text), now());
    },
    isOurs: (conversation: string, text: string): boolean =>
      now() - (said.get(keyOf(conversation, text)) ?? Number.NEGATIVE_INFINITY) < ECHO_WITHIN,
  };
};
