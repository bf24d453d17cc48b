import { z } from 'zod';
import { customerAt } from '../customer-at.ts';
import { digestForm } from '../forms/digest-form.ts';
import { quotesForm, reviewForm } from '../forms/list-forms.ts';
import { words } from '../forms/named.ts';
import { flag, give, option } from '../give.ts';
import { type Route, route } from '../route.ts';
import { idWords, limit, noParams, query, yesNo } from './parts.ts';

/** What people look at every day. */
export const daily: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/quotes',
    needs: 'read',
    summary: { zh: '等客户答复的报价，超过 3 天的在前', en: 'Quotes that wait for an answer, the stale ones first' },
    params: noParams,
    query: query({ customer: idWords.optional(), stale: yesNo.optional() }),
    body: null,
    answer: quotesForm,
    run: async (asking) => {
      const { customer, stale } = asking.query;
      const of = customer === undefined ? [] : [(await customerAt(asking.app, customer))._id];
      return give(asking, 'quotes', 'quotes', { words: of, options: flag('stale', stale) });
    },
  }),
  route({
    method: 'GET',
    path: '/v1/digest',
    needs: 'read',
    summary: { zh: '最近 24 小时的简报', en: 'The digest of the last 24 hours' },
    params: noParams,
    query: query({ for: words(200).optional(), date: z.iso.date().optional() }),
    body: null,
    answer: digestForm,
    run: (asking) => {
      const { for: person, date } = asking.query;
      return give(asking, 'digest', 'digest', { options: [...option('for', person), ...option('date', date)] });
    },
  }),
  route({
    method: 'GET',
    path: '/v1/review',
    needs: 'read',
    summary: {
      zh: '等人确认的标签建议，最没把握的在前',
      en: 'Suggested tags that wait for a yes or a no, the least certain first',
    },
    params: noParams,
    query: query({ limit: limit(200) }),
    body: null,
    answer: reviewForm,
    run: (asking) => give(asking, 'review', 'review', { options: option('limit', asking.query.limit) }),
  }),
];
