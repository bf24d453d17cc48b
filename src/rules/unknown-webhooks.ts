import { nearWord } from '../domain/near-word.ts';
import type { Rule } from './rule.ts';

/** Rules that speak to a webhook which is not configured. No mistake: those come and go; but nobody hears of it. */
export const unknownWebhooks = (
  rules: readonly Rule[],
  names: readonly string[],
): { rule: Rule; field: string; message: string }[] =>
  rules.flatMap((rule) =>
    (rule.kind === 'event' ? rule.actions : []).flatMap((action, place) => {
      if (action.do !== 'webhook' || names.includes(action.webhook)) return [];
      const near = nearWord(action.webhook, names);
      const message = near === null ? 'No webhook of the configuration has this name.' : `Did you mean ${near}?`;
      return [{ rule, field: `.do[${place}].webhook`, message }];
    }),
  );
