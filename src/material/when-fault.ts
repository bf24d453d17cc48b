import { type Params, TagwiseError } from '../errors.ts';
import { readSegment } from '../segments/read-segment.ts';
import { savedIn } from '../segments/saved.ts';
import type { Readers } from './bind-pieces.ts';

/** What people see is a place, counted from one. */
const placeOf = ({ at = 0 }: Params): number => Number(at) + 1;

const sentenceOf = ({ code, params }: TagwiseError): string => {
  // As the library has them, whatever the reader's language: that is how files name tags.
  const { candidates = '' } = params;
  if (code === 'segment_ambiguous_term') return `Say which one: ${candidates}.`;
  if (code === 'segment_unknown_term')
    return candidates === '' ? 'Use a tag of the library, or add it there.' : `Use a tag of the library, like ${candidates}.`;
  return `Write it as for the command segment: at character ${placeOf(params)} it cannot be read.`;
};

/** What is wrong with a `when`, in a sentence that holds none of its words; null for nothing. */
export const whenFault = (when: string, readers: Readers): string | null => {
  try {
    // They live in the database, where files do not reach.
    if (savedIn(when).length > 0) return 'Write the condition itself: saved segments are not read in files.';
    readSegment({ query: when, ...readers });
    return null;
  } catch (error) {
    if (error instanceof TagwiseError) return sentenceOf(error);
    throw error;
  }
};
