import type { Keyword } from '../../domain/lesson.ts';
import { phraseKey } from '../../match/phrase-key.ts';
import type { Topic } from '../../match/topics.ts';

/** A customer, as far as phrases are counted: the tags they carry and what they said. */
export interface Speaker {
  tags: ReadonlySet<string>;
  phrases: ReadonlySet<string>;
}

export interface KeywordProposal extends Keyword {
  customers: number;
  elsewhere: number;
}

/** Customers with the tag who must have said it: what fewer say is chance, or somebody's name. */
const LEAST_CUSTOMERS = 3;
/** The share of all who said it that must carry the tag. */
const LEAST_SHARE = 0.75;
/** Log-likelihood ratio (Dunning 1993) from which on that is hardly chance: one in a thousand. */
const LEAST_RATIO = 10.83;

const cell = (seen: number, expected: number): number => (seen === 0 ? 0 : seen * Math.log(seen / expected));

/** How much oftener those with the tag say it than chance would have it. */
const likelihoodRatio = (inside: number, said: number, withTag: number, all: number): number => {
  const cells = [
    [inside, said, withTag],
    [said - inside, said, all - withTag],
    [withTag - inside, all - said, withTag],
    [all - withTag - (said - inside), all - said, all - withTag],
  ] as const;
  return 2 * cells.reduce((sum, [seen, row, column]) => sum + cell(seen, (row * column) / all), 0);
};

const countAll = (speakers: readonly Speaker[]): Map<string, number[]> => {
  const said = new Map<string, number[]>();
  speakers.forEach(({ phrases }, place) => {
    for (const phrase of phrases) {
      const places = said.get(phrase);
      if (places) places.push(place);
      else said.set(phrase, [place]);
    }
  });
  return said;
};

/** Of phrases that the same customers said, one in another, the longest says it all. */
const withoutParts = (found: readonly KeywordProposal[]): KeywordProposal[] =>
  found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.topic === one.topic &&
          other.phrase.includes(one.phrase) &&
          other.customers === one.customers &&
          other.elsewhere === one.elsewhere,
      ),
  );

/**
 * Phrases that customers with a topic's tag use and others hardly do, and that no pack has; the likeliest first. A phrase with a known one in
 * it, or in a known one, says nothing new.
 */
export const proposeKeywords = (speakers: readonly Speaker[], topics: readonly Topic[]): KeywordProposal[] => {
  const known = topics.flatMap(({ phrases, alone = [] }) => [...phrases, ...alone].map(phraseKey));
  const isKnown = (phrase: string) => known.some((one) => one.includes(phrase) || phrase.includes(one));
  const said = [...countAll(speakers)].filter(([, places]) => places.length >= LEAST_CUSTOMERS);
  const fresh = said
    .map(([phrase, places]) => ({ phrase, key: phraseKey(phrase), places }))
    .filter(({ key }) => key !== '' && !isKnown(key));
  const ratios = new Map<KeywordProposal, number>();
  for (const { id, tags } of topics) {
    const carries = speakers.map((speaker) => tags.some((tag) => speaker.tags.has(tag)));
    const withTag = carries.filter(Boolean).length;
    if (withTag < LEAST_CUSTOMERS || withTag === speakers.length) continue;
    for (const { phrase, places } of fresh) {
      const customers = places.filter((place) => carries[place]).length;
      if (customers < LEAST_CUSTOMERS || customers / places.length < LEAST_SHARE) continue;
      const ratio = likelihoodRatio(customers, places.length, withTag, speakers.length);
      if (ratio >= LEAST_RATIO) ratios.set({ topic: id, phrase, customers, elsewhere: places.length - customers }, ratio);
    }
  }
  const found = withoutParts([...ratios.keys()]);
  return found.sort((a, b) => (ratios.get(b) ?? 0) - (ratios.get(a) ?? 0) || (a.phrase < b.phrase ? -1 : 1));
};
