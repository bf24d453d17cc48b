import { describe, expect, test } from 'vitest';
import { openWechat } from '../../support/open-wechat.ts';

describe('WeChat by Wechaty', () => {
  test('Mei asks a price; Li sees the tag and its reason, and Mei sees nothing of it', async () => {
    const { wechat, phone, kept, tagsOf, troubles } = await openWechat();
    expect(wechat.health()).toEqual({ state: 'ready' });
    phone.says('wxid_mei', '这个多少钱？');
    expect(await kept(1)).toBe(true);
    expect(await tagsOf('wxid_mei')).toContain('需求与意向:询价');
    phone.says('wxid_li', '/tags 王小姐');
    const [answer = ''] = await phone.heardBy('wxid_li');
    expect(answer).toContain('王小姐');
    expect(answer).toContain('询价');
    phone.says('wxid_li', '标签 王小姐');
    expect((await phone.heardBy('wxid_li', 2))[1]).toBe(answer);
    expect(await phone.heardBy('wxid_mei', 1, 50)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
