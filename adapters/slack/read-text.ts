/** What was written, and the lines of others that it quotes. */
export interface ReadText {
  text: string;
  quote: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

/** `<@U1|name>`, `<#C1|general>`, `<!here>` and `<https://…|label>` as people see them. */
const unlink = (text: string, nameOf: (user: string) => string): string =>
  text.replace(/<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g, (_, sign: string, target: string, label?: string) => {
    if (sign === '@') return `@${label || nameOf(target)}`;
    if (sign === '#') return `#${label || target}`;
    if (sign === '!') return label || `@${target.split('^')[0] ?? target}`;
    return label || target.replace(/^(?:mailto|tel):/, '');
  });

/**
 * Slack's markup as plain text (docs: formatting text for app surfaces). Lines that begin with the sign of a quotation are somebody
 * else's words.
 */
export const readText = (raw: string, nameOf: (user: string) => string = (user) => user): ReadText => {
  const plain = (lines: readonly string[]) => unescaped(unlink(lines.join('\n'), nameOf)).trim();
  const lines = raw.split('\n');
  const quoted = lines.filter((line) => /^(?:&gt;)+/.test(line)).map((line) => line.replace(/^(?:&gt;)+ ?/, ''));
  const own = lines.filter((line) => !/^(?:&gt;)+/.test(line));
  return { text: plain(own), quote: quoted.length === 0 ? null : plain(quoted) };
};

/**
 * The words of a command: mentions of people become their ids, addresses are as they were typed (`<mailto:a@b.cn|a@b.cn>`), and the
 * signs that Slack escapes are themselves again.
 */
export const readWords = (raw: string, idOf: (user: string) => string): string =>
  unescaped(
    raw
      .replace(/<@([^<>|]+)(?:\|[^<>]*)?>/g, (_, user: string) => idOf(user))
      .replace(/<([#!][^<>|]+)(?:\|[^<>]*)?>/g, '$1')
      .replace(/<(?:mailto:|tel:)?([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => label || target),
  )
    .replace(/\s+/gu, ' ')
    .trim();
