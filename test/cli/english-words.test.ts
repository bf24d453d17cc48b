// Somebody who reads English meets no Chinese word of ours: the library and the shipped rules have English names. What scripts read stays.
import { expect, test } from 'vitest';
import { createCaller } from '../support/call-verb.ts';

const HAN = /\p{Script=Han}/u;

const line = (id: string, at: string, customer: string, more: object) =>
  JSON.stringify({ id, at, channel: 'slack', customer: { id: customer, name: customer }, ...more });
const from = (from: string, text: string) => ({ from, text, ...(from === 'agent' ? { agent: { id: 'U1' } } : {}) });

const HISTORY = [
  line('a1', '2026-03-01T09:00:00+08:00', 'Priya', { event: 'visit', data: { url: 'https://shop.example.com/' } }),
  line('a2', '2026-03-01T09:05:00+08:00', 'Priya', from('customer', 'How much is it? Please send me a quote, it is urgent')),
  line('a3', '2026-03-01T09:10:00+08:00', 'Priya', from('agent', 'Sure')),
  line('a4', '2026-03-01T09:15:00+08:00', 'Priya', {
    event: 'quote',
    data: { quote: 'Q1', amount: 900, currency: 'CNY', owner: 'li' },
  }),
  line('b1', '2026-03-05T12:00:00+08:00', 'Omar', from('customer', 'How much is it? Please send me a quote, it is urgent')),
  line('b2', '2026-03-05T12:01:00+08:00', 'Omar', from('customer', 'This is terrible, I want to complain')),
].join('\n');

const PEOPLE = `people:
  - {id: li, name: Li, role: agent, manager: wang, lang: en, ids: {slack: U1}}
  - {id: wang, name: Wang, role: manager, lang: en}
`;

const aShop = async () => {
  const caller = createCaller();
  caller.write('tagwise.yaml', PEOPLE);
  const { code } = await caller.call(['replay', '-', '--until', '2026-03-05T13:00:00+08:00'], HISTORY);
  expect(code).toBe(0);
  return caller;
};

test('every list is in English with --lang en, while what scripts read keeps its words', async () => {
  const { type } = await aShop();
  const lists = [
    ...[
      'tasks',
      'tasks --as li',
      'quotes',
      'leads',
      'digest',
      'segment VIP',
      'segment Quoting',
      'tags Priya',
      'why Priya Quoting',
    ],
    ...[
      'why Priya chase_quote',
      'stage Priya',
      'customer Priya',
      'audit',
      'rules',
      'rules show stale_quote',
      'rules show product_visit',
      'rules hits',
      'rules hits stale_quote',
      'rules hits pack:ask_price',
      'library usage',
      'library usage Quoting',
    ],
  ];
  for (const words of [...lists, 'rules show complex_needs_task']) {
    const { stdout, code } = await type(`${words} --lang en`);
    expect({ words, code, han: stdout.split('\n').filter((one) => HAN.test(one)) }).toEqual({ words, code: 0, han: [] });
  }
  expect((await type('tasks --lang en')).stdout).toMatch(/Chase: quote unanswered for over 3 days .* stale quote\n/);
  expect((await type('tasks --lang zh')).stdout).toMatch(/催单：报价超过 3 天没有回音 .* 报价超过 3 天没有回音 → 待催单\n/);
  expect((await type('digest --lang en')).stdout).toMatch(/Keen new leads \(1\)\n.*Omar.*Needs confirmed/);
  const [task] = JSON.parse((await type('tasks --json --lang en')).stdout).tasks;
  expect(task).toMatchObject({
    title: '催单：报价超过 3 天没有回音',
    rule: 'stale_quote',
    why: '报价超过 3 天没有回音 → 待催单',
  });
}, 90_000);

test('so is what is refused', async () => {
  const { type } = await aShop();
  expect((await type('stage Priya Contacted --as li --lang en')).stderr).toBe(
    'This moves the stage back from Quoting to Contacted; nothing was changed yet.\nIf that is meant, answer confirm, or give it again with --yes.\n',
  );
  expect((await type('stage Priya 已沟通 --as li --lang zh')).stderr).toContain('从“报价中”退回“已沟通”');
  for (const words of ['tag Priya +VIP --as li', 'tag Priya +Quoting -Quoting', 'tag Priya +Stage', 'tag Priya +Quotin']) {
    const { stderr, code } = await type(`${words} --lang en`);
    expect({ words, failed: code > 0, han: HAN.test(stderr) }).toEqual({ words, failed: true, han: false });
  }
});
