/** What is wrong with a catalogue of products, as in `file-problems.ts`. */
export const productProblems: Record<string, string> = {
  'Use at most 48 small letters, digits and underscores, no underscore first.':
    '只用小写字母、数字和下划线，不能以下划线开头，最多 48 个字符。',
  'Write the name of a model, or name: and what belongs to it.': '写型号的名字，或写 name: 和它的内容。',
  'Write a list of names here.': '这里要写名字的列表。',
  'Write a list of models here.': '这里要写型号的列表。',
  'Write a list of addresses here.': '这里要写网址的列表。',
  'Write a list of products here.': '这里要写产品的列表。',
  'Keep at most {} models.': '最多保留 {} 个型号。',
  'Keep at most {} addresses.': '最多保留 {} 个网址。',
  'Keep at most 10 000 products.': '最多保留 10 000 个产品。',
  'Write an address of at most {} characters.': '写一个网址，最多 {} 个字符。',
  'Write the address without blanks.': '网址里不能有空格。',
  'Write a plain address with * for anything: this looks like a regular expression.':
    '写普通的网址，用 * 代表任意字符：这里看起来像正则表达式。',
  'Write it like */a-product* or shop.example.com/a-product: with a slash or a star.':
    '写成 */a-product* 或 shop.example.com/a-product 的样子：要有斜杠或星号。',
  'Write more of the address: every page fits this one.': '网址再写具体一些：这样所有页面都符合。',
  'Choose another id: it is taken': '换一个 id：已经被用了',
  'Take it out: it is the name of the product itself, which needs no model.': '去掉它：这就是产品自己的名字，不用再写成型号。',
  'Give the model another name: one of this name is there, and orders could not tell them apart ({}).':
    '给这个型号换一个名字：已经有同名的型号，订单分不清是哪一个（{}）。',
  'Give the model another name: one of this name is there, and orders could not tell them apart':
    '给这个型号换一个名字：已经有同名的型号，订单分不清是哪一个',
  'Choose another word: in the catalogue it is taken ({}).': '换一个词：产品目录里已经有了（{}）。',
  'Choose another word: in the catalogue it is taken': '换一个词：产品目录里已经有了',
  'Write a host name alone, like shop.example.com: no https://, no path, no star.':
    '只写主机名，例如 shop.example.com：不要 https://，不要路径，不要星号（子域名自动包括在内）。',
};
