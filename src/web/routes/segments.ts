import { savedForm, segmentForm } from '../forms/list-forms.ts';
import { words } from '../forms/named.ts';
import { flag, give, option } from '../give.ts';
import { type Route, route } from '../route.ts';
import { cursor, limit, noParams, query, yesNo } from './parts.ts';

export const segments: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/segments',
    needs: 'read',
    summary: {
      zh: '符合条件的客户，如 VIP 静默 -已成交；next 不是 null 就还有下一页',
      en: 'The customers who match a query, like VIP Silent; while next is not null there is another page',
    },
    params: noParams,
    query: query({ query: words(2000), limit: limit(1000), after: cursor, count: yesNo.optional() }),
    body: null,
    answer: segmentForm,
    run: (asking) => {
      const { query: asked, limit: most, after, count } = asking.query;
      const options = [...option('limit', most), ...option('after', after), ...flag('count', count)];
      return give(asking, 'segment', 'segment', { words: [asked], options });
    },
  }),
  route({
    method: 'GET',
    path: '/v1/segments/saved',
    needs: 'read',
    summary: { zh: '保存过的分群；count=true 时各有多少客户', en: 'The saved segments; with count=true how many each has' },
    params: noParams,
    query: query({ count: yesNo.optional() }),
    body: null,
    answer: savedForm,
    run: (asking) => give(asking, 'segments', 'segment', { options: ['--saved', ...flag('count', asking.query.count)] }),
  }),
];
