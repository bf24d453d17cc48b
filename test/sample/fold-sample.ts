import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPacks } from '../../src/config/load-packs.ts';
import type { CustomerState } from '../../src/domain/customer.ts';
import type { KeptEvent } from '../../src/domain/event.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import type { Instant } from '../../src/domain/time.ts';
import { fold } from '../../src/fold/fold.ts';
import { identify } from '../../src/inbox/identify.ts';
import { toEvent } from '../../src/inbox/to-event.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import { readSample } from '../../src/sample/read-sample.ts';
import { defaultLibrary } from '../support/default-library.ts';
import { shippedInForce } from '../support/in-force.ts';

export const sampleText = readFileSync(new URL('../../src/sample/sample.yaml', import.meta.url), 'utf8');

const packs = (lang: string) => fileURLToPath(new URL(`../../keywords/${lang}`, import.meta.url));

const tree = createTagTree(defaultLibrary);
const { topics } = await loadPacks({
  dirs: [packs('zh'), packs('en')],
  tagId: (name) => {
    const resolved = tree.resolve(name);
    return resolved.kind === 'one' ? resolved.id : undefined;
  },
});

export const matcher = createMatcher(topics);

const rules = (await shippedInForce()).rules();

const withReading = (event: KeptEvent): KeptEvent => {
  const { body } = event;
  if (body.kind === 'message' && !body.forwarded) return { ...event, reading: matcher.read(body.text) };
  if (body.kind === 'fact' && body.name === 'edit') return { ...event, reading: matcher.read(String(body.data['text'])) };
  return event;
};

/** The sample's events as live traffic keeps and reads them. */
export const sampleEvents = (now: Instant): KeptEvent[] =>
  readSample(sampleText, now).map((incoming) => withReading(toEvent(incoming, now, () => 0)));

/** The sample's customers at `now`, all events but those with the ids in `without`. */
export const sampleCustomers = (now: Instant, without: readonly string[] = []): Map<string, CustomerState> => {
  const events = sampleEvents(now).filter(({ message }) => !without.includes(message));
  const { events: theirs } = identify(events, { identities: new Map(), taken: new Set() });
  return new Map([...theirs].map(([id, list]) => [id, fold(list, now, rules)]));
};
