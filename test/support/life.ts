import type { CustomerState } from '../../src/domain/customer.ts';
import type { CommandBody, Incoming, KeptEvent } from '../../src/domain/event.ts';
import { fold } from '../../src/fold/fold.ts';
import type { InForce } from '../../src/in-force.ts';
import { readWords } from '../../src/inbox/read-words.ts';
import { toEvent } from '../../src/inbox/to-event.ts';
import { START } from './lines.ts';
import { tellingTags } from './telling-tags.ts';

type Change = Partial<Omit<CommandBody, 'kind' | 'actor'>>;

/** One customer's life, told event by event and folded whenever somebody asks. Times are in ms from the start of the story. */
export const createLife = (inForce: InForce) => {
  const events: KeptEvent[] = [];
  const add = (incoming: Partial<Incoming> & Pick<Incoming, 'body'>, after: number): string => {
    const id = `m${events.length}`;
    const whole: Incoming = {
      ...{ id, at: START + after, channel: 'wecom', account: '', conversation: 'c', from: 'customer', agent: null, extra: {} },
      customer: { id: 'mei', name: 'Mei', key: null },
      ...incoming,
    };
    const event = readWords(
      toEvent(whole, 0, () => 0),
      inForce.matcher(),
    );
    events.push({ ...event, state: 'done' });
    return event._id;
  };
  const life = {
    says: (text: string, after = 0, more: Partial<Incoming> & { quote?: string; forwarded?: boolean } = {}) => {
      const { quote = null, forwarded = false, ...rest } = more;
      return add({ body: { kind: 'message', text, quote, forwarded }, ...rest }, after);
    },
    agentSays: (text: string, after = 0) =>
      add(
        { from: 'agent', agent: { id: 'a1', name: 'Li' }, body: { kind: 'message', text, quote: null, forwarded: false } },
        after,
      ),
    happens: (name: string, data: Record<string, unknown>, after = 0) =>
      add({ from: 'system', body: { kind: 'fact', name, data } }, after),
    changes: (change: Change, after = 0, role: 'agent' | 'manager' = 'agent') =>
      add(
        {
          from: 'system',
          body: {
            kind: 'command',
            actor: { id: role, role },
            add: [],
            remove: [],
            fields: {},
            owner: null,
            undo: null,
            ...change,
          },
        },
        after,
      ),
    at: (after: number): CustomerState => fold(events, START + after, inForce.rules()),
    carries: (after: number): string[] => tellingTags(life.at(after), inForce.tree()),
    suggests: (after: number): string[] => Object.keys(life.at(after).suggested).sort(),
  };
  return life;
};
