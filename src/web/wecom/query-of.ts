import type { FastifyRequest } from 'fastify';

/** One word of a request's query; '' where there is none, or several. */
export const queryOf = ({ query }: FastifyRequest, name: string): string => {
  const value = (query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
};
