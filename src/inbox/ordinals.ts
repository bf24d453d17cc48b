/** Numbers equal lines without an id: the n-th of its content in this source gets n, so that the same file gives the same keys. */
export const createOrdinals = (): ((content: string) => number) => {
  const seen = new Map<string, number>();
  return (content) => {
    const ordinal = seen.get(content) ?? 0;
    seen.set(content, ordinal + 1);
    return ordinal;
  };
};
