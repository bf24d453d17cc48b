/** What `match` says when packs name tags that only a home's own library can have. */
export const unknownTags = {
  zh: (tags: readonly string[]): string =>
    `关键词包用到了程序自带的标签库里没有的标签：${tags.join('、')}。match 不用数据库，看不到您自己的标签库，所以照包里的写法显示；是不是写错了，用 packs check 检查。`,
  en: (tags: readonly string[]): string =>
    `Packs name tags that the shipped tag library does not have: ${tags.join(', ')}. match uses no database and cannot see a library of your own, so it shows them as the packs write them; packs check tells whether they are misspelt.`,
};
