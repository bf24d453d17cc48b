import type { FastifyRequest } from 'fastify';

/** Whether a page is opened inside WeCom, which says so in its user agent. */
export const isInWecom = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  /\bwxwork\//i.test(headers['user-agent'] ?? '');

/** WeCom for Android answers no question of style about darkness; it says so in its user agent instead. */
export const isDarkInWecom = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  /\bColorScheme\/Dark\b/i.test(headers['user-agent'] ?? '');
