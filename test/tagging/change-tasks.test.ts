// People's changes of tasks as events of a customer: what they do, what they do when another was undone, and beside rules' own tasks.
import { expect, test } from 'vitest';
import { parseRules } from '../../src/rules/parse-rules.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { shippedInForce } from '../support/in-force.ts';
import { createLife } from '../support/life.ts';
import { DAY, MINUTE } from '../support/lines.ts';

const HOT = `
- id: hot
  name: 紧急 → 跟进
  while: { all: [{ tag: 紧急 }, { interactions: { days: 30, at_least: 1 } }] }
  tag: 高潜力客户
  task: { title: 马上跟进, to: owner }
`;

const inForce = await shippedInForce();
const withHot = await shippedInForce();
const hot = parseRules({ file: 'hot.yaml', text: HOT, tree: withHot.tree() });
withHot.replace({ rules: [...inForce.rules().set.all, ...(hot as Rule[])] });

const add = (id: string, title = '回电话') => ({ op: 'add' as const, id, title, owner: 'li', due: null });
const states = (mei: ReturnType<typeof createLife>) => mei.at(9 * DAY).tasks.map(({ id, state }) => `${id} ${state}`);

test('a task is added, hidden and closed in the order of the events', () => {
  const mei = createLife(inForce);
  mei.says('你好');
  mei.changes({ tasks: [add('t1'), add('t2')] }, MINUTE);
  mei.changes({ tasks: [{ op: 'snooze', id: 't2', until: 5 }] }, 2 * MINUTE);
  mei.changes({ tasks: [{ op: 'done', id: 't1' }] }, 3 * MINUTE);
  expect(states(mei)).toEqual(['t1 done', 't2 open']);
  expect(mei.at(DAY).tasks.map(({ snoozedUntil }) => snoozedUntil)).toEqual([null, 5]);
});

test('when the making of a task is undone, what was done to it says nothing any more', () => {
  const mei = createLife(inForce);
  mei.says('你好');
  const made = mei.changes({ tasks: [add('t1')] }, MINUTE);
  mei.changes({ tasks: [{ op: 'done', id: 't1' }, add('t2')] }, 2 * MINUTE);
  expect(states(mei)).toEqual(['t1 done', 't2 open']);
  mei.changes({ undo: made }, 3 * MINUTE);
  expect(states(mei)).toEqual(['t2 open']);
});

test('the oldest closed tasks are forgotten, open ones never', () => {
  const mei = createLife(inForce);
  mei.says('你好');
  for (let n = 0; n < 60; n += 1)
    mei.changes({ tasks: n < 3 ? [add(`t${n}`)] : [add(`t${n}`), { op: 'done', id: `t${n}` }] }, (n + 1) * MINUTE);
  const left = states(mei);
  expect(left.slice(0, 4)).toEqual(['t0 open', 't1 open', 't2 open', 't10 done']);
  expect(left).toHaveLength(53);
});

test('a task of a rule that somebody has done is asked for anew only after its reason has been gone once', () => {
  const mei = createLife(withHot);
  mei.says('你好');
  mei.changes({ add: ['urgent'] }, MINUTE);
  const [task] = mei.at(MINUTE).tasks;
  expect(task).toMatchObject({ title: '马上跟进', state: 'open' });
  mei.changes({ tasks: [{ op: 'done', id: task?.id ?? '' }] }, 2 * MINUTE);
  // The rule is asked again.
  mei.happens('visit', { url: '/' }, 4 * MINUTE);
  expect(mei.at(DAY).tasks.map(({ state }) => state)).toEqual(['done']);
  mei.changes({ remove: ['urgent'] }, 5 * MINUTE);
  mei.changes({ add: ['urgent'] }, 6 * MINUTE);
  expect(mei.at(DAY).tasks.map(({ state }) => state)).toEqual(['done', 'open']);
});
