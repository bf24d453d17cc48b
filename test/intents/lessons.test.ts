// What people said of messages, beside what the files teach: how it is put together, and what a model makes of it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openIntents } from '../../src/cli/open-intents.ts';
import { readIntentTexts } from '../../src/config/load-intents.ts';
import type { Lesson } from '../../src/domain/lesson.ts';
import { addLessons, type Taught } from '../../src/intents/add-lessons.ts';
import { createClassifier } from '../../src/intents/classifier.ts';
import { NEVER } from '../../src/intents/thresholds.ts';
import { trainTaught } from '../../src/intents/train-taught.ts';
import { ROOT, shippedTaught } from '../support/in-force.ts';

// Learning takes its seconds.
vi.setConfig({ testTimeout: 60_000 });

const lesson = (text: string, intent: string, says: Lesson['says'] = 'yes'): Lesson => ({
  ...{ id: `${says} ${intent} ${text}`, text, intent, says, by: 'hua', at: 0 },
});

/** A few examples of a few of the shipped intents: enough to be mistaken, few enough to learn in seconds. */
const FEW = ['ask_price', 'refund', 'thanks', 'shipping_status'];
const shipped = await shippedTaught();
const few = ({ label }: { label: string }) => FEW.includes(label);
const taught: Taught = {
  intents: shipped.intents.filter(({ id }) => FEW.includes(id)).map(({ id }) => ({ id, tags: [] })),
  examples: shipped.examples.filter(few).filter((_, i) => i % 5 === 0),
  held: shipped.held.filter(few).map(({ text, label }) => ({ text, label })),
  wrong: [],
};
const [HELD] = taught.held;

describe('lessons beside files', () => {
  test('a yes is an example, a no is none: it only speaks against its intent', () => {
    const all = addLessons(taught, [lesson('cheers mate', 'thanks'), lesson('no thanks to you', 'thanks', 'no')]);
    expect(all.examples.slice(taught.examples.length)).toEqual([{ text: 'cheers mate', label: 'thanks' }]);
    expect(all.wrong).toEqual([{ text: 'no thanks to you', label: 'thanks' }]);
  });

  test('the words of a file stay what the file says, whatever their width, case and blanks', () => {
    const [first] = taught.examples;
    const OTHER = FEW.find((id) => id !== first?.label) ?? '';
    const all = addLessons(taught, [lesson(`${first?.text.toUpperCase()} `, OTHER), lesson(first?.text ?? '', 'greeting', 'no')]);
    expect(all).toEqual(taught);
  });

  test('what becomes an example chooses no threshold any more; an intent that is gone teaches nothing', () => {
    const all = addLessons(taught, [lesson(HELD?.text ?? '', HELD?.label ?? ''), lesson('where is it', 'gone')]);
    expect(all.held).not.toContainEqual(HELD);
    expect(all.examples.at(-1)).toEqual(HELD);
    expect(all.examples).toHaveLength(taught.examples.length + 1);
  });

  test('whatever is said, no words are an example of two intents or twice of one, and none an example of what it was said not to be', () => {
    const anyLesson = fc.record({
      text: fc.constantFrom('cheers', 'Cheers', ' cheers ', 'ta', 'no thanks', HELD?.text ?? '', '  '),
      intent: fc.constantFrom('refund', 'thanks', 'gone'),
      says: fc.constantFrom<Lesson['says']>('yes', 'no'),
    });
    fc.assert(
      fc.property(fc.array(anyLesson, { maxLength: 12 }), (given) => {
        const all = addLessons(
          taught,
          given.map(({ text, intent, says }) => lesson(text, intent, says)),
        );
        const added = all.examples.slice(taught.examples.length).map(({ text }) => text.trim().toLowerCase());
        expect(new Set(added).size).toBe(added.length);
        const examples = new Set(all.examples.map((one) => `${one.label} ${one.text.trim().toLowerCase()}`));
        expect(all.wrong.filter((one) => examples.has(`${one.label} ${one.text.trim().toLowerCase()}`))).toEqual([]);
      }),
    );
  });
});

describe('a model of them', () => {
  test('without lessons it is the one of before, byte for byte', () => {
    expect(trainTaught(addLessons(taught, [])).digest).toBe(trainTaught(taught).digest);
  });

  test('a no makes an intent that was sure of itself more careful, and changes nothing else', () => {
    const before = trainTaught(taught);
    const place = before.labels.indexOf('ask_price');
    const least = before.thresholds[place] ?? NEVER;
    const { classify } = createClassifier(before);
    // What the model is surest of, of what nobody checked: examples of the same intent with a word more.
    const sure = taught.examples
      .filter(({ label, text }) => label === 'ask_price' && classify(`${text} ok`).confidence > least)
      .slice(0, 12)
      .map(({ text }) => lesson(`${text} ok`, 'ask_price', 'no'));
    const after = trainTaught(addLessons(taught, sure));
    expect(least).toBeLessThan(NEVER);
    expect(after.thresholds[place]).toBeGreaterThan(least);
    expect({ ...after, thresholds: [], digest: '' }).toEqual({ ...before, thresholds: [], digest: '' });
  });
});

/** The same few in a folder of their own, and a place for their models. */
const openFolder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise 意图-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const folder of ['intents', 'held-out', 'models']) mkdirSync(join(dir, folder));
  for (const id of FEW) {
    const texts = taught.examples.filter(({ label }) => label === id).map(({ text }) => `  - ${JSON.stringify(text)}\n`);
    const file = join(dir, 'intents', `${id.replaceAll('_', '-')}.yaml`);
    writeFileSync(file, `intent: ${id}\ntags: []\nexamples:\n${texts.join('')}`);
  }
  const trained: number[] = [];
  const dirs = { intents: [join(dir, 'intents')], heldOut: join(dir, 'held-out') };
  const open = (lessons: Lesson[]) =>
    openIntents({
      ...{ root: ROOT, models: join(dir, 'models'), dirs, lessons, tagId: (name: string) => name },
      training: (examples) => trained.push(examples),
      signal: AbortSignal.timeout(60_000),
    });
  const saved = () => readdirSync(join(dir, 'models')).filter((name) => name.endsWith('.model'));
  return { open, saved, trained, dirs };
};

test('a thread of its own learns them; going back to what was learnt before finds the model of then, however it came about', async () => {
  const { open, saved, trained } = openFolder();
  // What this shop's customers call a price.
  const lessons = ['几个米啊', '这单几个米', '要几个米能拿', '一件几个米', '几个米包邮'].map((text) => lesson(text, 'ask_price'));
  const surest = async (given: Lesson[]) => {
    const [first] = (await open(given)).read('这款几个米');
    return first?.intent === 'ask_price' ? first.confidence : 0;
  };
  const before = await surest([]);
  expect(await surest(lessons)).toBeGreaterThan(before);
  const files = taught.examples.length;
  expect(trained).toEqual([files, files + lessons.length]);
  expect(await surest([])).toBe(before);
  await open(lessons.toReversed().map((one) => ({ ...one, by: 'li', at: 7 })));
  expect(trained).toHaveLength(2);
  expect(saved()).toHaveLength(2);
});

test('a digest tells a yes from a no and one intent from another', async () => {
  const { dirs } = openFolder();
  const digest = async (...lessons: Lesson[]) => (await readIntentTexts(dirs, lessons)).digest;
  const all = [
    await digest(),
    await digest(lesson('a', 'thanks')),
    await digest(lesson('a', 'thanks', 'no')),
    await digest(lesson('a', 'refund')),
  ];
  expect(new Set(all).size).toBe(4);
  expect(await digest(lesson('a', 'thanks'), lesson('a', 'thanks'))).toBe(all[1]);
});
