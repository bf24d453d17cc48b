import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../../src/text/messages/message.ts';
import { renderSlack } from '../../../src/text/slack/render-message.ts';
import { slackForm } from '../../../src/text/slack/slack-form.ts';
import { anyMessage } from '../../support/any-message.ts';

/** Slack's limits: characters of a header and a section, blocks of a message (Block Kit reference). */
const LIMITS = { header: 150, section: 3000, blocks: 50 };

test('a message stays within what Slack takes, whatever stands in it, and a section is never empty', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const blocks = renderSlack(message, 'zh');
      expect(blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
      for (const block of blocks) {
        if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(LIMITS.header);
        if (block.type !== 'section') continue;
        expect(block.text.text.length).toBeLessThanOrEqual(LIMITS.section);
        expect(block.text.text).not.toBe('');
      }
    }),
    { numRuns: 300 },
  );
});

test('words of customers mention nobody, link nowhere and stand as they are', () => {
  const message: Message = { title: 't', sections: [{ heading: '', rows: ['<!channel> <https://x|y> *粗* & _斜_'] }], none: '' };
  const [, section] = renderSlack(message, 'en');
  const text = section?.type === 'section' ? section.text.text : '';
  expect(text).toBe('• &lt;!channel&gt; &lt;https://x|y&gt; *\u200b粗*\u200b &amp; _\u200b斜_\u200b');
});

test('so does the text that a notification shows', () => {
  const { text } = slackForm.draw({ title: `<!channel> ${'长'.repeat(5000)}`, sections: [], none: '' }, 'zh');
  expect(text).toMatch(/^&lt;!channel&gt; /);
  expect(text.length).toBeLessThan(400);
});

test('a digest whose sections are all full is still short enough for Slack to take it', () => {
  const rows = Array.from({ length: 20 }, () => '&'.repeat(30));
  const sections = Array.from({ length: 6 }, () => ({ heading: '超时的报价', rows }));
  const blocks = renderSlack({ title: '简报', sections, none: '无' }, 'zh');
  expect(JSON.stringify(blocks).length).toBeLessThan(13_200);
  expect(JSON.stringify(blocks)).toContain('还有 20 项');
});

test('what has no room is counted', () => {
  const rows = Array.from({ length: 25 }, (_, i) => `第 ${i} 项`);
  const blocks = renderSlack({ title: 't', sections: [{ heading: '超时的报价', rows }], none: '无' }, 'zh');
  expect(blocks.at(-1)).toEqual({ type: 'context', elements: [{ type: 'mrkdwn', text: '还有 5 项：/digest' }] });
});
