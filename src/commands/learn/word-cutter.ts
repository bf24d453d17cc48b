import { UserError } from '../../errors.ts';

/** Cuts Chinese into words. */
export type CutWords = (text: string) => string[];

/**
 * Loads the cutter of Chinese words when it is asked for: it is optional, takes a second and some tens of megabytes.
 * @throws UserError `no_word_cutter` where it is not installed or not built for this machine.
 */
export const loadWordCutter = async (): Promise<CutWords> => {
  try {
    const { default: jieba } = await import('nodejieba');
    // Read now, so that what is missing is told here.
    jieba.cut('试一试');
    return (text) => jieba.cut(text);
  } catch {
    throw new UserError('no_word_cutter');
  }
};
