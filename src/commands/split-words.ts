/** Splits a command typed in chat into words; quotes of either script hold a name with spaces together. */
export const splitWords = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|“([^”]*)”|([^\s"“]\S*)/g)].map(([, straight, curly, bare]) => straight ?? curly ?? bare ?? '');
