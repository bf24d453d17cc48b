export type Lang = 'zh' | 'en';

/** The same words in both languages. */
export type Both = Record<Lang, string>;
