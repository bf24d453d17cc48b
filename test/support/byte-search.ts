/** Makes a search that gives those of `texts` whose UTF-8 bytes stand in a buffer; one pass, whatever their number. */
export function createByteSearch(texts: readonly string[]): (haystack: Buffer) => string[] {
  const PREFIX = 6;
  // The first two bytes say in one look-up that nothing begins here, which is so nearly everywhere.
  const starts = new Uint8Array(0x10000);
  const byPrefix = new Map<string, { text: string; bytes: Buffer }[]>();
  for (const text of texts) {
    const bytes = Buffer.from(text);
    if (bytes.length < PREFIX) throw new Error('too short to search for');
    starts[(bytes.readUInt8(0) << 8) | bytes.readUInt8(1)] = 1;
    const prefix = bytes.toString('latin1', 0, PREFIX);
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), { text, bytes }]);
  }
  return (haystack) => {
    const found = new Set<string>();
    const last = haystack.length - PREFIX;
    for (let at = 0; at <= last; at += 1) {
      if (starts[((haystack[at] as number) << 8) | (haystack[at + 1] as number)] === 0) continue;
      for (const { text, bytes } of byPrefix.get(haystack.toString('latin1', at, at + PREFIX)) ?? []) {
        if (haystack.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0) found.add(text);
      }
    }
    return [...found];
  };
}
