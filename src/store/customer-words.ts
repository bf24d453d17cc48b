import type { Reading } from '../domain/reading.ts';
import type { Collections } from './collections.ts';

/** What a customer said, and what was read in it. */
export interface CustomerWords {
  id: string;
  identity: string;
  text: string;
  intents: Reading['intents'];
  /** Whether a topic's keyword stands in it. */
  known: boolean;
}

interface StoredWords {
  _id: string;
  identity: string | null;
  body: { text: string; forwarded: boolean };
  reading?: Pick<Reading, 'intents' | 'hits'>;
}

/** What customers said, the newest so many messages; none of the sample, and nothing that they only passed on. */
export async function* customerWords(events: Collections['events'], most: number): AsyncGenerator<CustomerWords> {
  const wanted = { from: 'customer', 'body.kind': 'message', sample: { $ne: true } };
  const found = events
    .find(wanted as object, {
      identity: 1,
      'body.text': 1,
      'body.forwarded': 1,
      'reading.intents': 1,
      'reading.hits.topic': 1,
    })
    .sort({ $natural: -1 })
    .limit(most)
    .lean<StoredWords[]>()
    .cursor();
  for await (const { _id, identity, body, reading } of found as unknown as AsyncIterable<StoredWords>)
    if (identity !== null && !body.forwarded)
      yield { id: _id, identity, text: body.text, intents: reading?.intents ?? [], known: (reading?.hits.length ?? 0) > 0 };
}
