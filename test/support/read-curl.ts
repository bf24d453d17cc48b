/** What a line of `curl` in a document asks for, with the shell's variables put in. */
export interface Curl {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

const WORD = /"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g;

/** Reads the few options that our documents use. Throws on any other. */
export const readCurl = (line: string, variables: Record<string, string>): Curl => {
  const filled = (text: string) => text.replaceAll(/\$([A-Z]+)/g, (_, name: string) => variables[name] ?? '');
  const words = [...line.replaceAll('\\\n', ' ').matchAll(WORD)].map(([, double, single, bare]) =>
    double === undefined ? (single ?? bare ?? '') : filled(double),
  );
  const curl: Curl = { url: '', method: '', headers: {} };
  const fields: string[] = [];
  let get = false;
  for (const queue = words.slice(1); queue.length > 0; ) {
    const word = queue.shift() ?? '';
    if (word === '-s') continue;
    if (word === '-G') get = true;
    else if (word === '-X') curl.method = queue.shift() ?? '';
    else if (word === '-H') {
      const [name = '', value = ''] = (queue.shift() ?? '').split(/: (.*)/s);
      curl.headers[name.toLowerCase()] = value;
    } else if (word === '-d') fields.push(queue.shift() ?? '');
    else if (word === '--data-urlencode') {
      const [name = '', value = ''] = (queue.shift() ?? '').split(/=(.*)/s);
      fields.push(`${name}=${encodeURIComponent(value)}`);
    } else if (word.startsWith('-') || curl.url !== '') throw new Error(`curl ${word}`);
    else curl.url = word;
  }
  if (get) return { ...curl, method: 'GET', url: `${curl.url}?${fields.join('&')}` };
  return {
    ...curl,
    method: curl.method || (fields.length > 0 ? 'POST' : 'GET'),
    ...(fields.length > 0 ? { body: fields.join('&') } : {}),
  };
};
