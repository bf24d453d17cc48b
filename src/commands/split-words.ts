/** Splits a command typed in chat into words; quotes of either script hold a name with spaces together, also behind a sign. */
export const splitWords = (text: string): string[] =>
  [...text.matchAll(/(?:"[^"]*"|“[^”]*”|\S)+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|“([^”]*)”/g, (_, straight?: string, curly?: string) => straight ?? curly ?? ''),
  );
