import type { Cause } from '../domain/cause.ts';
import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { ImportBody, KeptEvent } from '../domain/event.ts';
import { DAY } from '../domain/time.ts';
import type { RulesInForce } from '../rules/in-force.ts';
import { settle } from './settle.ts';

/** Whether somebody carries a tag for other reasons than a table: those stand for themselves, and a table read back must not make them last. */
const isCarriedAnyway = ({ tags }: CustomerState, tag: string): boolean =>
  tags[tag] !== undefined && !tags[tag].causes.some(({ kind }) => kind === 'import');

/** The tags that a row of a table gives a customer, with the right of whoever imported it (semantics 13). Changes `state`. */
export const changeByImport = (
  state: CustomerState,
  { tags, file, actor }: ImportBody,
  { _id, at }: Pick<KeptEvent, '_id' | 'at'>,
  rules: RulesInForce,
): Change[] => {
  const cause = (tag: string): Cause => {
    const ttl = rules.tree.node(tag)?.ttlDays;
    const until = ttl === undefined ? {} : { until: at + ttl * DAY };
    return {
      kind: 'import',
      id: file,
      version: '1',
      since: at,
      ...until,
      confidence: 1,
      evidence: [{ event: _id, at }],
      count: 1,
    };
  };
  // A tag that became part of another was that one all along.
  const now = [...new Set(tags.map(rules.tree.current))];
  const wanted = now.filter((tag) => !isCarriedAnyway(state, tag));
  const wishes = wanted.map((tag) => ({ want: 'apply' as const, tag, cause: cause(tag), right: actor.role }));
  return settle(state, wishes, at, rules);
};
