// Recall, false alarms and cost of masking. Run: npx tsx bench/redact.ts
import { ID_MASK } from '../src/inbox/find-numbers.ts';
import { redact, redactDeep } from '../src/inbox/redact.ts';
import { orderNumber, randomNumber } from '../test/support/innocent-numbers.ts';
import { DISGUISES, plantedNumbers } from '../test/support/planted-numbers.ts';
import { seededRandom } from '../test/support/seeded-random.ts';

const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(4)} %`;

function recall() {
  const planted = plantedNumbers({ seed: 7, count: 80_000 });
  console.table(
    DISGUISES.map((disguise) => {
      const here = planted.filter((one) => one.disguise === disguise);
      const caught = here.filter(
        (one) => redact(one.text) === one.text.replace(one.written, one.kind === 'id' ? ID_MASK : '[卡号]'),
      );
      return { disguise, planted: here.length, 'masked exactly': percent(caught.length, here.length), goal: '≥ 99.9 %' };
    }),
  );
}

function falseAlarms() {
  const random = seededRandom(11);
  const rows: [string, string, number, (text: string) => unknown, () => string][] = [
    ['random 18 digits', '≤ 0.01 / 0.2 %', 1_000_000, redact, () => randomNumber(random, 18)],
    ['random 16–19 digits as data', '≤ 0.01 / 0.2 %', 1_000_000, redactDeep, () => randomNumber(random, random.between(16, 19))],
    ['order and tracking numbers, in words', '≤ 0.5 %', 200_000, redact, () => orderNumber(random).text],
    ['order and tracking numbers as data', '≤ 0.5 %', 200_000, redactDeep, () => orderNumber(random).number],
    [
      'random 16 digits said in words',
      'none: Visa and Mastercard come first',
      200_000,
      redact,
      () => `看看 ${randomNumber(random, 16)} 吧`,
    ],
  ];
  console.table(
    rows.map(([corpus, goal, count, mask, make]) => {
      const masked = Array.from({ length: count }, () => String(mask(make())));
      const ids = masked.filter((text) => text.includes(ID_MASK)).length;
      const cards = masked.filter((text) => text.includes('[卡号]')).length;
      return { corpus, count, 'as ID': percent(ids, count), 'as card': percent(cards, count), goal };
    }),
  );
}

function cost() {
  const texts: [string, string[]][] = [
    ['ordinary Chinese, 25 characters', ['这款A产品多少钱？能不能便宜点，我们大概要五十台的样子']],
    ['ordinary English, 45 characters', ['Could you send me a quote for 50 units please?']],
    ['with a telephone and a date', ['王先生 13800138000，2026-03-01 下午三点到店，预算 10000 元']],
    ['with a planted number', plantedNumbers({ seed: 3, count: 512 }).map((one) => one.text)],
    ['16 KB of spaced digits', ['4 5 '.repeat(4096)]],
  ];
  console.table(
    texts.map(([message, list]) => {
      const rounds = Math.max(
        20,
        Math.round(2_000_000 / list.reduce((sum, text) => sum + text.length, 0)) * (list.length > 1 ? 1 : 20),
      );
      for (let round = 0; round < rounds; round += 1) for (const text of list) redact(text);
      const start = performance.now();
      for (let round = 0; round < rounds; round += 1) for (const text of list) redact(text);
      return { message, 'ns a message': Math.round(((performance.now() - start) * 1e6) / (rounds * list.length)) };
    }),
  );
}

recall();
falseAlarms();
cost();
