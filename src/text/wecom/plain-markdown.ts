/** Signs that mean something in WeCom's markdown, and full-width ones that look alike and mean nothing. */
const ALIKE: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '*': '＊',
  '`': '｀',
};

/** Text of strangers on one line as WeCom shows it letter by letter: no mention, link, colour or emphasis comes of it. */
export const plainMarkdown = (text: string): string => text.replace(/[<>[\]*`]/g, (sign) => ALIKE[sign] ?? sign);
