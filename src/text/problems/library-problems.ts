/** What is wrong with a tag library or a keyword pack, as in `file-problems.ts`. */
export const libraryProblems: Record<string, string> = {
  // Tag library
  'Use at most 64 small letters, digits and underscores, a letter first.':
    '只用小写字母、数字和下划线，字母开头，最多 64 个字符。',
  'Choose another id: this word has a meaning in the program.': '换一个 id：这个词在程序里另有含义。',
  'Write a name that can be seen.': '写一个看得见的名字。',
  'Write the name without line breaks and control characters.': '名字里不能有换行和控制字符。',
  'Correct the pattern: RE2 cannot read it (it knows no look-ahead and no back-reference).':
    '改正这个 pattern：RE2 读不了（不支持前瞻和反向引用）。',
  'Write days like 30d, or none.': '写天数，例如 30d，或写 none。',
  'Keep at most {} aliases.': '最多保留 {} 个别名。',
  'Write a colour like "#1677ff", in quotes.': '颜色写成 "#1677ff" 的样子，要加引号。',
  'Keep at most {} examples.': '最多保留 {} 个例句。',
  'Use agent, manager or admin.': '只能写 agent、manager 或 admin。',
  'Name at least one role, or take restricted out.': '至少写一个角色，或去掉 restricted。',
  'Use pack, rule, intent, prediction or hand.': '只能写 pack、rule、intent、prediction 或 hand。',
  'Write a list of tags here.': '这里要写标签的列表。',
  'Write a list of groups here.': '这里要写标签组的列表。',
  'Choose another id: in the library in use, a group is a tag here or the other way round.':
    '换一个 id：在正在用的标签库里，它是标签而这里写成了组，或者反过来。',
  'Choose another id: it is taken ({}).': '换一个 id：已经被用了（{}）。',
  'Choose another name: in this group it is taken ({}).': '换一个名字：这个组里已经有了（{}）。',
  'Choose another name: it looks like that of a restricted tag ({}).': '换一个名字：它看起来和受限标签的名字一样（{}）。',
  'Choose a name that fits the pattern of its group ({}).': '换一个符合所在组 pattern 的名字（{}）。',
  'Name a tag or group of this library, by its id.': '写标签库里一个标签或组的 id。',
  'Name a tag here for a tag and a group for a group ({}).': '标签只能并入标签，组只能并入组（{}）。',
  'Name a tag that is in use: these become part of each other ({}).': '写一个在用的标签：这几个互相并入了（{}）。',
  'Name a tag that is restricted in the same way: a merge gives and frees nothing ({}).':
    '写一个受限程度相同的标签：合并既不送出也不放开受限标签（{}）。',
  'Put the group into a group or to the top: no tag holds groups.': '把组放进另一个组里或放到顶层：标签下面不能有组。',
  'Put the tag into a group.': '把标签放进一个组里。',
  'Write assignable: false as well, or make it a group: it would exclude its own members.':
    '再写上 assignable: false，或改成组：否则它会排斥自己下面的标签。',
  'Write exclusive: true as well: only one at a time has an order.': '再写上 exclusive: true：同时只能有一个，才谈得上先后。',
  'Archive some tags or raise this: {} are in use, {} are allowed.': '归档一些标签，或调高这个上限：正在用 {} 个，最多 {} 个。',
  'Nest some groups or raise this: there are {} groups at the top, {} are allowed.':
    '把一些组放到别的组里，或调高这个上限：顶层有 {} 个组，最多 {} 个。',

  // Keyword packs
  'Make {} the same as in {}: both packs are of one topic.': '{} 要和 {} 里的一样：两个包是同一个主题。',
  'Keep at most {} phrases over all packs; there are {}.': '所有包加起来最多 {} 条短语，现在有 {} 条。',
  'Take out the field that a pack does not have: topic, tags, needs, demand, phrases, except, alone, hits, misses.':
    '去掉它：关键词包没有这个字段。可以有的字段：topic、tags、needs、demand、phrases、except、alone、hits、misses。',
  'Keep at most 10 000 exceptions.': '最多留 10 000 个例外词。',
  'Keep at most 10 000 words.': '最多留 10 000 个词。',
  'Write a phrase that can be seen: this one has only blanks or invisible characters.':
    '写一条看得见的短语：这一条只有空白或不可见的字符。',
  'Take it out: it is the same as {} once case, width, script and white space are folded.':
    '去掉它：不分大小写、全半角和繁简时，它和 {} 相同。',
  'Use the id or name of a tag in the library, or add the tag there.':
    '写标签库里有的标签（id 或名字），或先把这个标签加进标签库。',
  'Add a phrase that finds this message, or move it to misses: no un-negated mention was found in it.':
    '加一条能找到这句话的短语，或把它移到 misses：在这句话里没有找到肯定的提及。',
  'Narrow the phrase that finds this message, or move it to hits: it counts as a mention.':
    '把命中这句话的短语收窄，或把它移到 hits：现在这句话算一次提及。',
  'Write at least {} phrases; there are {}.': '至少写 {} 条短语，现在有 {} 条。',
  'Add phrases with other words: {} % of them share one stem, {} % is the most.':
    '再加一些用别的词的短语：有 {} % 出自同一个词根，最多 {} %。',
  'Write a phrase or take the line out.': '写一条短语，或去掉这一行。',
  'Write a message or take the line out.': '写一句话，或去掉这一行。',
  'Use small letters, digits and underscores, a letter first.': '只用小写字母、数字和下划线，字母开头。',
  'Write a tag or take the line out.': '写一个标签，或去掉这一行。',
  'Name at least one tag.': '至少写一个标签。',
  'Name at most {} tags.': '最多写 {} 个标签。',
  'Write at least one phrase.': '至少写一条短语。',
  'Keep at most {} phrases.': '最多保留 {} 条短语。',
  'Put the file itself here: links, folders and devices are not read.':
    '这里要放文件本身：链接、目录和设备不会当作关键词包来读。',
  'Split the file: it may have at most 4 MB.': '把这个包拆开：一个文件最多 4 MB。',
  'Save the file as UTF-8.': '把文件存成 UTF-8 编码。',
  'Make the file readable: it could not be opened.': '打不开这个文件，请检查权限。',
  'Create this folder or correct its path: it could not be opened.': '打不开这个目录：建好它，或改正路径。',
};
