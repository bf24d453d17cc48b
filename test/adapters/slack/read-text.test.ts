import { expect, test } from 'vitest';
import { readText, readWords } from '../../../adapters/slack/read-text.ts';

test.each([
  ['a &amp; b &lt;c&gt;', { text: 'a & b <c>', quote: null }],
  ['&amp;lt;', { text: '&lt;', quote: null }],
  ['<https://shop.example.com/a|这款> 多少钱', { text: '这款 多少钱', quote: null }],
  ['<https://shop.example.com/a>', { text: 'https://shop.example.com/a', quote: null }],
  ['<@U1|Li> 在吗 <#C1|general> <!here>', { text: '@Li 在吗 #general @here', quote: null }],
  ['&gt; 要报价吗\n&gt; 还是合同\n不用', { text: '不用', quote: '要报价吗\n还是合同' }],
  ['3 &gt; 2', { text: '3 > 2', quote: null }],
])('%s is read as people see it', (raw, read) => {
  expect(readText(raw)).toEqual(read);
});

test.each([
  ['segment 消费&gt;1万　VIP', 'segment 消费>1万 VIP'],
  ['tag <@U1|Li> +VIP', 'tag li +VIP'],
  ['customer mei email:<mailto:a@b.cn|a@b.cn>', 'customer mei email:a@b.cn'],
])('%s is a command in the words that were typed', (raw, words) => {
  expect(readWords(raw, (user) => (user === 'U1' ? 'li' : user))).toBe(words);
});
