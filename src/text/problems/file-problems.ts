/**
 * What is wrong with a file, in Chinese, by the English sentence that the reader of the file gives; `{}` stands for what differs.
 * The more special of two that fit comes first.
 */
export const fileProblems: Record<string, string> = {
  // YAML and the file itself
  'Shorten the file to {} characters.': '把文件缩短到 {} 个字符以内。',
  'Nest the groups less deep.': '嵌套得太深，请减少层数。',
  'Correct the YAML here ({}).': '这里的 YAML 写得不对（{}），请改正。',
  'Write the values out: anchors and aliases are not read here.': '把值直接写出来：这里不支持锚点和别名（& 和 *）。',
  'Take out the control character: it cannot be seen, and no text needs one.': '去掉这里的控制字符：它看不见，文字里也用不到。',
  'Check the path: there is no such file.': '没有这个文件，请检查路径。',
  'Make this a file that the program may read.': '换成一个程序有权读取的文件。',
  'Did you mean {}? There is no such field here.': '这里没有这个字段，是不是 {}？',
  'Take it out. The fields here are: {}.': '去掉它。这里可以有的字段：{}。',

  // Plain values
  'Write text here, in quotes if it looks like a number, true, false or null.':
    '这里要写文字；看起来像数字、true、false 或 null 的，加引号。',
  'Write text here; put it in quotes if it looks like a number, true, false or null.':
    '这里要写文字；看起来像数字、true、false 或 null 的，加引号。',
  'Write a list here, one item a line after a dash.': '这里要写一个列表：每行一项，前面加 “- ”。',
  'Write a value of type {} here.': '这里要写{}。',
  'Write something else here.': '这里的值不对，请改写。',
  'Write something or take the field out.': '写点内容，或去掉这个字段。',
  'Write true or false.': '写 true 或 false。',
  'Write a whole number.': '写一个整数。',
  'Write a number here.': '这里要写一个数字。',
  'Write {} or more minutes.': '至少写 {} 分钟。',
  'Write {} minutes (a day) or less.': '最多写 {} 分钟（一天）。',
  'Write more than {} days.': '要大于 {} 天。',
  'Write {} days or less.': '最多写 {} 天。',
  'Write {} or more.': '要写 {} 或更大的数。',
  'Write {} or less.': '要写 {} 或更小的数。',
  'Shorten it to {} characters.': '缩短到 {} 个字以内。',
  'Shorten the name to {} characters.': '把名字缩短到 {} 个字以内。',

  // Configuration and people
  'Take the number out: it looks like an ID or bank card, and those are never kept.':
    '去掉这个号码：它像身份证号或银行卡号，这类号码一律不保存。',
  'Write {} here, in quotes if it looks like a number.': '这里要写{}；看起来像数字的，加引号。',
  'Write a list of {} here.': '这里要写一个列表：{}。',
  'Write a time of day in quotes, like "09:00", or off.': '写一天里的时间并加引号，例如 "09:00"；或写 off。',
  'Write a time of day in quotes, like "09:00".': '写一天里的时间并加引号，例如 "09:00"。',
  'Write off, or from and to, like { from: "21:00", to: "08:30" }.':
    '写 off，或写 from 和 to，例如 { from: "21:00", to: "08:30" }。',
  'Write a date in quotes, like "2026-10-01".': '写日期并加引号，例如 "2026-10-01"。',
  'Write calendar as holidays: and workdays:, each a list of dates.': 'calendar 写成 holidays: 和 workdays:，各是一个日期列表。',
  'Write digest as name: value pairs, like at: "09:00".': 'digest 写成 名字: 值，例如 at: "09:00"。',
  'Write a time zone of the IANA list, like Asia/Shanghai.': '写 IANA 时区名，例如 Asia/Shanghai。',
  'Write zh or en.': '写 zh 或 en。',
  'Choose another id: local is the operator of the command line.': '换一个 id：local 指的是命令行的操作员。',
  'Write one of {}.': '只能写其中一个：{}。',
  'Write channel: id pairs here.': '这里要写“渠道: id”。',
  'Write caps as name: number pairs.': 'caps 要写成“名称: 数字”。',
  'Write socket or http.': '写 socket 或 http。',
  'Write a port here, from 0 to 65535.': '这里要写端口，0 到 65535。',
  'Write an address here.': '这里要写地址。',
  'Write the id of a conversation here, like C0123456789.': '这里要写频道的 ID，例如 C0123456789。',
  'Write slack as name: value pairs, like mode: socket.': 'slack 要写成“名称: 值”，例如 mode: socket。',
  'Write one entry a channel here.': '这里每个渠道写一项。',
  'Write a name of small letters, digits and underscores, a letter first, at most 32.':
    '写一个名字：小写字母、数字和下划线，字母开头，最多 32 个字符。',
  'Write a list of events here.': '这里要写一个事件列表。',
  'Write a tag or a group here.': '这里要写标签或标签组。',
  'Write a webhook as name: value pairs, like { name: crm }.': 'webhook 要写成“名称: 值”，例如 { name: crm }。',
  'Write a list of webhooks here.': '这里要写一个 webhook 列表。',
  'Choose another name: a webhook above has this one.': '换一个名字：上面的 webhook 已经用了它。',
  'Write name: value lines, like zone: Asia/Shanghai.': '每行写“名称: 值”，例如 zone: Asia/Shanghai。',
  'Write {} here.': '这里要写{}。',
  'Choose another id: person {} has this one.': '换一个 id：第 {} 个人已经用了它。',
  'Give each person their own: person {} has this one.': '每个人要各不相同：第 {} 个人已经用了它。',
  'Did you mean {}? No person has this id.': '没有人用这个 id，是不是 {}？',
  'Write the id of a person in this list.': '写这个列表里某个人的 id。',
  'Choose another manager: this person is above themselves.': '换一个 manager：这样这个人会成为自己的上级。',

  // Channels
  'Write the npm package of a puppet here, like wechaty-puppet-service.':
    '这里写 puppet 的 npm 包名，比如 wechaty-puppet-service。',
  'Write the options of the puppet as name: value pairs.': '把 puppet 的选项写成“名字: 值”。',
  'Put the token into the environment, not into this file.': '令牌放进环境变量，不要写在这个文件里。',
  'Write the id or the topic of a room here.': '这里写一个群的 id 或群名。',
  'Write session or permanent.': '写 session 或 permanent。',
  'Write wechat as name: value pairs, like puppet: wechaty-puppet-service.':
    'wechat 要写成“名字: 值”，比如 puppet: wechaty-puppet-service。',
  'Write the origin of a site here, like https://shop.example.com, without a path.':
    '这里写网站的源，比如 https://shop.example.com，后面不带路径和斜杠。',
  'Write webchat as name: value pairs, like origins: [https://shop.example.com].':
    'webchat 要写成“名字: 值”，比如 origins: [https://shop.example.com]。',
};
