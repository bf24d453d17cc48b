/** What one visitor, one machine and one page may use up. */
export const webchatLimits = {
  /** Characters of a message, and of a name. */
  text: 2_000,
  name: 40,
  /** Messages a minute and visitor; takings back count. */
  messages: 20,
  /** New visitors a minute and machine: behind a proxy all visitors are one machine. */
  visitors: 120,
  /** Messages of a talk that a page is given. */
  shown: 200,
  /** Talks of a list. */
  talks: 50,
};

export type WebchatLimits = typeof webchatLimits;
