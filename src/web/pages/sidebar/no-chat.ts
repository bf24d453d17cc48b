/** Why a page in WeCom does not know whose chat it stands beside: it was opened elsewhere, or WeCom does not let it ask. */
export class NoChat extends Error {
  readonly why: 'elsewhere' | 'refused';

  constructor(why: 'elsewhere' | 'refused') {
    super(why);
    this.why = why;
  }
}
