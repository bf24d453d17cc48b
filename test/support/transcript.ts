/** Something that is typed, and what is printed before the next thing is. */
export interface Step {
  /** `shell`: a line after `$ npx tagwise`; `talk`: a line in the console that the shell line before it opened. */
  kind: 'shell' | 'talk';
  /** Everything up to the typed words, as it stands on the screen. */
  prompt: string;
  typed: string;
  printed: string[];
}

const SHELL = /^(\$ npx tagwise )(.+)$/;
/** `> `, `Mei> ` and `Li → Mei> `, which no answer begins with. */
const TALK = /^((?:[^\s>][^>]{0,40})?> )(.+)$/;

const stepOf = (line: string): Omit<Step, 'printed'> | null => {
  const [, prompt = '', typed = ''] = SHELL.exec(line) ?? TALK.exec(line) ?? [];
  return typed === '' ? null : { kind: prompt.startsWith('$') ? 'shell' : 'talk', prompt, typed };
};

/** Reads a transcript of a terminal. */
export const readTranscript = (text: string): Step[] => {
  const steps: Step[] = [];
  for (const line of text.split('\n')) {
    const step = stepOf(line);
    if (step) steps.push({ ...step, printed: [] });
    else steps.at(-1)?.printed.push(line);
  }
  return steps;
};

export const writeTranscript = (steps: readonly Step[]): string =>
  steps.flatMap(({ prompt, typed, printed }) => [`${prompt}${typed}`, ...printed]).join('\n');

/**
 * A printed line without what differs from day to day: dates and times, ages ("35 days ago", "just now", "in 29 days"), versions of
 * packs and ids of messages, and the widths of columns, which follow the longest age. Everything else must agree to the letter.
 */
export const lasting = (line: string): string =>
  line
    .replace(/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g, '<date>')
    .replace(/\bjust now\b|\bin \d+ (?:minute|hour|day)s?\b|\b\d+ (?:minute|hour|day)s? ago\b/g, '<age>')
    .replace(/\bversion [0-9a-f]{8,}/g, 'version <version>')
    .replace(/\bmessage [0-9a-f]{8}-[0-9a-f-]{27}/g, 'message <id>')
    .replace(/(\S) {2,}(?=\S)/g, '$1  ')
    .trimEnd();
