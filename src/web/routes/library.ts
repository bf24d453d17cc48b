import { z } from 'zod';
import { choicesAnswer } from '../../answers/choices-answer.ts';
import { choicesForm, libraryForm, ruleForm, rulesForm } from '../forms/library-form.ts';
import { words } from '../forms/named.ts';
import { flag, give } from '../give.ts';
import { type Route, route } from '../route.ts';
import { noParams, noQuery, query, yesNo } from './parts.ts';

export const library: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/library',
    needs: 'read',
    summary: {
      zh: '标签库：组、标签、颜色、释义、各有多少客户',
      en: 'The tag library: groups, tags, colours, definitions, and how many carry each',
    },
    params: noParams,
    query: query({ archived: yesNo.optional() }),
    body: null,
    answer: libraryForm,
    run: (asking) => give(asking, 'library', 'library', { options: flag('archived', asking.query.archived) }),
  }),
  route({
    method: 'GET',
    path: '/v1/tags/choices',
    needs: 'read',
    summary: {
      zh: '可以打的标签：谁能打、多少客户有、我最近常用哪些；还有阶段的先后',
      en: 'The tags that can be set: what the caller may, how many carry each, which the caller often sets; and the order of stages',
    },
    params: noParams,
    query: noQuery,
    body: null,
    answer: choicesForm,
    run: ({ app, caller }) => choicesAnswer(app, caller.actor),
  }),
  route({
    method: 'GET',
    path: '/v1/rules',
    needs: 'read',
    summary: { zh: '规则，各做什么，哪些在用', en: 'The rules, what each does and whether it is on' },
    params: noParams,
    query: noQuery,
    body: null,
    answer: rulesForm,
    run: (asking) => give(asking, 'rules', 'rules', {}),
  }),
  route({
    method: 'GET',
    path: '/v1/rules/:id',
    needs: 'read',
    summary: {
      zh: '一条规则：文件里的写法、多少客户因它带标签、以前的写法',
      en: 'One rule as written, how many carry its tags, and what it said before',
    },
    params: z.strictObject({ id: words(200) }),
    query: noQuery,
    body: null,
    answer: ruleForm,
    run: (asking) => give(asking, 'rule', 'rules', { words: ['show', asking.params.id], options: ['--history'] }),
  }),
];
