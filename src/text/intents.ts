/** What is said of the intents beside answers. */
export const intentText = {
  training: {
    zh: (examples: number): string => `正在学习意图（${examples} 条例句），要几十秒，只在例句变动后做一次……`,
    en: (examples: number): string =>
      `Learning the intents from ${examples} examples: some tens of seconds, once after the examples change…`,
  },
};
