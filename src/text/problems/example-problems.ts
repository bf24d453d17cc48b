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
};
