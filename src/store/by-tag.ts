/** Tags in the order of pages, with silence at the end: of those who carry a tag, the newest are mostly not silent, and so need not be read. */
export const BY_TAG = { tagIds: 1, lastContactAt: -1, _id: 1, 'facts.silentSince': 1 } as const;

const carried = (test: object): boolean => 'tagIds' in test && '$in' in (test.tagIds as object);

/**
 * The index of tags where its keys alone answer a filter. The database would find that out by running each plan that it can think of against the
 * others, which costs several times what the answer does.
 */
export const hintFor = (filter: object): typeof BY_TAG | undefined => {
  const tests = '$and' in filter ? (filter.$and as object[]) : [filter];
  const onKeys = tests.every((test) => carried(test) || 'facts.silentSince' in test);
  return onKeys && tests.some(carried) && tests.length > 1 ? BY_TAG : undefined;
};
