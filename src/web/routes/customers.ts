import { z } from 'zod';
import { timelineAnswer } from '../../answers/timeline-answer.ts';
import { customerAt } from '../customer-at.ts';
import { cardForm, changesForm, foundForm, timelineForm } from '../forms/customer-form.ts';
import { materialForm } from '../forms/material-form.ts';
import { words } from '../forms/named.ts';
import { give } from '../give.ts';
import { type Route, route } from '../route.ts';
import { cursor, customerParams, limit, noParams, noQuery, query } from './parts.ts';

const PAGE = 20;

export const customers: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/customers',
    needs: 'read',
    summary: { zh: '按名字、别名、编号的开头找客户和标签', en: 'Customers and tags whose name, alias or id begins so' },
    params: noParams,
    query: query({ q: words(512) }),
    body: null,
    answer: foundForm,
    run: (asking) => give(asking, 'found', 'find', { words: [asking.query.q] }),
  }),
  route({
    method: 'GET',
    path: '/v1/customers/:id',
    needs: 'read',
    summary: { zh: '客户卡片', en: 'The card of a customer' },
    params: customerParams,
    query: noQuery,
    body: null,
    answer: cardForm,
    run: async (asking) => {
      const { _id } = await customerAt(asking.app, asking.params.id);
      return give(asking, 'customer', 'customer', { atHand: _id });
    },
  }),
  route({
    method: 'GET',
    path: '/v1/customers/:id/timeline',
    needs: 'read',
    summary: { zh: '客户的来往，新的在前，号码已遮住', en: 'What happened to a customer, newest first, numbers masked' },
    params: customerParams,
    query: query({ limit: limit(100), after: cursor }),
    body: null,
    answer: timelineForm,
    run: async ({ app, params, query: { limit: most = PAGE, after } }) =>
      timelineAnswer(app, await customerAt(app, params.id), { limit: most, after }),
  }),
  route({
    method: 'GET',
    path: '/v1/customers/:id/material',
    needs: 'read',
    summary: {
      zh: '和客户的标签对得上的话术、案例、链接、文件，最贴切的在前',
      en: 'Replies, cases, links and files that fit the tags of a customer, the most telling first',
    },
    params: customerParams,
    query: noQuery,
    body: null,
    answer: materialForm,
    run: async (asking) => {
      const { _id } = await customerAt(asking.app, asking.params.id);
      return give(asking, 'material', 'material', { words: [_id] });
    },
  }),
  route({
    method: 'GET',
    path: '/v1/customers/:id/changes',
    needs: 'read',
    summary: {
      zh: '自某个版本以来客户变了没有；实时连接打不开时每 20 秒问一次',
      en: 'Whether a customer changed since a version; asked every 20 s where no stream opens',
    },
    params: customerParams,
    query: query({ since: z.coerce.number().int().min(0).optional() }),
    body: null,
    answer: changesForm,
    run: async ({ app, params, query: { since } }) => {
      const { version } = await customerAt(app, params.id);
      return { version, changed: version !== since };
    },
  }),
];
