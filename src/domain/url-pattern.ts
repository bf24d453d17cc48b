/** The longest pattern, and as much of an address as is looked at, UTF-16 units. */
export const PATTERN_LENGTH = 200;
const ADDRESS_LENGTH = 2048;

/** An address as patterns are compared with it: the page, and the same with what came behind `?`. */
export interface Page {
  page: string;
  query: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch {
    return text.toLowerCase();
  }
};

const parted = (text: string, sign: string): [string, string] => {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

/**
 * What an address says of the page: no scheme, user, port, query or place within the page; `%E4…` read, case folded. Behind `#` many
 * sites keep the page itself (`#/product/a`): that is part of it.
 */
export const pageOf = (address: string): Page => {
  const given = address.slice(0, ADDRESS_LENGTH).trim();
  const rest = given.replace(/^(?:[a-z*][a-z0-9+.*-]{0,31}:)?\/\//i, '');
  const hosted = rest !== given;
  const [whole, fragment] = parted(rest, '#');
  const [path, query] = parted(whole, '?');
  const [route, routeQuery] = /^!?\//.test(fragment) ? parted(fragment.replace(/^!/, ''), '?') : ['', ''];
  const [host, below] = parted(path, '/');
  const bare = hosted ? host.replace(/^.*@/s, '').replace(/:\d{1,5}$/, '') : host;
  const own = path.includes('/') ? `${bare}/${below}` : bare;
  const page = decoded(route === '' ? own : own.replace(/\/$/, '') + route);
  return { page, query: decoded([query, routeQuery].filter((part) => part !== '').join('&')) };
};

/** One pattern, ready to compare. */
export interface UrlPattern {
  /** What stands between the stars. */
  parts: readonly string[];
  /** Whether it names something behind `?`; else that is passed over. */
  withQuery: boolean;
}

/** What is wrong with a pattern that somebody wrote, or null. */
export const patternFault = (text: string): string | null => {
  if (text.length > PATTERN_LENGTH) return `Shorten it to ${PATTERN_LENGTH} characters.`;
  if (/[\s\p{C}]/u.test(text)) return 'Write the address without blanks.';
  if (/[\\^$()[\]{}|]|\.\*|\.\+/.test(text))
    return 'Write a plain address with * for anything: this looks like a regular expression.';
  if (!/[/*?]/.test(text)) return 'Write it like */a-product* or shop.example.com/a-product: with a slash or a star.';
  const { page, query } = pageOf(text);
  if ((page + query).replace(/[*/.?=&]/g, '') === '') return 'Write more of the address: every page fits this one.';
  return null;
};

/** Reads a pattern without a fault: `*` stands for anything; one that begins with a slash is a page of any site. */
export const readPattern = (text: string): UrlPattern => {
  const { page, query } = pageOf(text);
  const bare = /[^*]\/$/.test(page) ? page.slice(0, -1) : page;
  const whole = `${bare.startsWith('/') ? '*' : ''}${bare}${query === '' ? '' : `?${query}`}`;
  return { parts: whole.split(/\*+/), withQuery: query !== '' };
};

/** Whether the whole of a text fits; one look along it, whatever it is. */
const fits = (parts: readonly string[], text: string): boolean => {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
};

/** Whether a page fits a pattern; a slash at its end does not matter. */
export const fitsPattern = ({ parts, withQuery }: UrlPattern, { page, query }: Page): boolean => {
  if (withQuery) return fits(parts, `${page}?${query}`);
  return fits(parts, page) || (page.endsWith('/') && fits(parts, page.slice(0, -1)));
};
