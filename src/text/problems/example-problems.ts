/** What is wrong with a file of labelled messages, as in `file-problems.ts`. */
export const exampleProblems: Record<string, string> = {
  'Close the quote that begins here.': '这里开始的引号没有合上，请补上。',
  'Correct the JSON of this line: it cannot be read.': '这一行的 JSON 写得不对，请改正。',
  'Name the columns in the first line: text and label (or intent).': '第一行写上列名：text 和 label（或 intent）。',
  'Write the message here, as text.': '这里要写消息的文字（text）。',
  'Write the label of this message (label or intent).': '这里要写这条消息的标签（label 或 intent）。',
  'Write at least one message into this file: it is empty.': '这个文件是空的，至少要有一条消息。',
  'Choose one label: line {} has this text under another one.': '标签要统一：第 {} 行有同样的文字，但标签不同。',
  'Add examples of this label to the training file: it has none.':
    '训练数据里没有这个标签的例子，请补上；现在这样的消息都算判错。',
  // Files of intents
  'Name a tag of the library.': '写标签库里的一个标签。',
  'Write a list here: tags of the library, [] for none.': '这里要写一个列表：标签库里的标签，没有就写 []。',
  'Keep at most {} tags.': '标签最多 {} 个。',
  'Write at least one example.': '至少写一个例句。',
  'Keep at most {} examples.': '例句最多 {} 个。',
  'Keep at most {} examples in all files.': '所有文件的例句加起来最多 {} 个。',
  'Call the file as the intent: the two differ.': '文件名要和意图的 id 一样。',
  'Write a message that can be seen, or take the line out.': '写一句看得见的话，或去掉这一行。',
  'Take it out: {} line {} says the same.': '去掉它：{} 第 {} 行已有同样的话。',
  'Choose one intent: {} line {} says the same.': '只能归到一个意图：{} 第 {} 行有同样的话。',
  'Choose the same tags: {} gives this intent others.': '标签要一致：{} 给这个意图的是别的标签。',
};
