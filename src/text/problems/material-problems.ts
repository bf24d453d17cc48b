/** What is wrong with a file of material, in Chinese, by the English sentence of its reader; `{}` stands for what differs. */
export const materialProblems: Record<string, string> = {
  'Choose another id: a piece of {} has this one.': '换一个 id：{} 里的一条素材已经用了它。',
  'Give a case a text, a url or both.': '案例要写 text、url，或两个都写。',
  'Give a link or a file its url.': '链接和文件要写 url。',
  'Give a reply its text.': '话术要写 text。',
  'Write a list of pieces, each with - id: first.': '写一个素材列表，每条以 - id: 开头。',
  'Write a piece of material as name: value lines.': '一条素材要写成“名称: 值”的几行。',
  'Write an address that begins with https:// and holds no password.': '写以 https:// 开头、不带密码的地址。',
  'Write it as for the command segment: at character {} it cannot be read.': '写法和 segment 命令一样：第 {} 个字符处读不懂。',
  'Write less: there may be {} pieces of material.': '写少一些：素材最多 {} 条。',
  'Write reply, case, link or file.': '写 reply、case、link 或 file。',
  'Write the condition itself: saved segments are not read in files.': '把条件本身写出来：文件里不能用保存的分群。',
};
