import type { RuleCall } from '../domain/webhook.ts';
import type { Note } from '../rules/rule.ts';

/** What rules have to say to other programs: a rule says it once to each, however often it names it. */
export const ruleCalls = (customer: string, notes: readonly Note[]): RuleCall[] => {
  const calls = new Map<string, RuleCall>();
  for (const note of notes) {
    if (!('webhook' in note)) continue;
    const { rule, version, event, at, webhook } = note;
    const key = `call/${customer}/${event}/${rule}`;
    calls.set(`${key}/${webhook}`, { key, webhook, rule, version, at });
  }
  return [...calls.values()];
};
