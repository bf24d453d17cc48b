import type { KeptEvent } from './event.ts';
import type { Instant } from './time.ts';

const DUE = 'due@';

/** The passing of time as rules about newly carried tags meet it: no event that anybody kept. */
export const dueEvent = (at: Instant): KeptEvent => ({
  ...{ _id: `${DUE}${at}`, message: `${DUE}${at}`, state: 'done', keptAt: at, at, from: 'system' },
  ...{ channel: '', account: '', conversation: '', identity: null, name: null, joinKey: null, agent: null },
  body: { kind: 'fact', name: 'due', data: {} },
});

/** Whether something came by time alone; by the key of what it came of. */
export const cameByTime = (key: string): boolean => key.startsWith(DUE);
