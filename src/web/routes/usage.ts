import { z } from 'zod';
import { words } from '../forms/named.ts';
import { hitsForm, tagUsageForm, usageForm } from '../forms/usage-forms.ts';
import { give } from '../give.ts';
import { type Route, route } from '../route.ts';
import { noParams, noQuery } from './parts.ts';

/** What the tags and the rules are worth: how often they are used, and what came of them. */
export const usage: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/usage',
    needs: 'read',
    summary: {
      zh: '30 天里各标签打了多少次，之前 30 天多少，最近一次',
      en: 'How often each tag was given in 30 days, in the 30 before, and when last',
    },
    params: noParams,
    query: noQuery,
    body: null,
    answer: usageForm,
    run: (asking) => give(asking, 'usage', 'library', { words: ['usage'] }),
  }),
  route({
    method: 'GET',
    path: '/v1/usage/:tag',
    needs: 'read',
    summary: { zh: '一个标签怎么用的：每天多少次，谁打的', en: 'How one tag is used: by day, and by whom' },
    params: z.strictObject({ tag: words(200) }),
    query: noQuery,
    body: null,
    answer: tagUsageForm,
    run: (asking) => give(asking, 'tag_usage', 'library', { words: ['usage', asking.params.tag] }),
  }),
  route({
    method: 'GET',
    path: '/v1/hits',
    needs: 'read',
    summary: {
      zh: '30 天里规则、关键词、意图各命中多少次，推翻多少',
      en: 'What came of rules, keyword topics and intents in 30 days, and what people turned down',
    },
    params: noParams,
    query: noQuery,
    body: null,
    answer: hitsForm,
    run: (asking) => give(asking, 'hits', 'rules', { words: ['hits'] }),
  }),
  route({
    method: 'GET',
    path: '/v1/hits/:source',
    needs: 'read',
    summary: {
      zh: '其中一条（如 rule:silence、pack:ask_price），和因它带标签的客户数',
      en: 'One of them, like rule:silence or pack:ask_price, and how many carry its tags because of it',
    },
    params: z.strictObject({ source: words(200) }),
    query: noQuery,
    body: null,
    answer: hitsForm,
    run: (asking) => give(asking, 'hits', 'rules', { words: ['hits', asking.params.source] }),
  }),
];
