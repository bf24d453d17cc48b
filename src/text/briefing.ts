/** What somebody hears who turned their daily message off or on. `at`: the time of day that it comes. */
export const briefingText = {
  zh: ({ wanted, at }: { wanted: boolean; at: string }) =>
    wanted ? `每天 ${at} 发给你。` : '不再每天发给你；随时可以问：digest。要恢复：digest on。',
  en: ({ wanted, at }: { wanted: boolean; at: string }) =>
    wanted
      ? `You get it every day at ${at}.`
      : 'It is no longer sent to you; ask for it any time: digest. To have it back: digest on.',
};
