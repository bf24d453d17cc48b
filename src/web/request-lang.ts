import type { FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { Lang } from '../commands/command.ts';

const WANTED = /^\s*(zh|en)\b/i;

/** The first of the languages that a browser asks for which we speak. */
const acceptedLang = (header: string | undefined): Lang | undefined => {
  for (const part of (header ?? '').split(',')) {
    const found = WANTED.exec(part)?.[1];
    if (found !== undefined) return found.toLowerCase() as Lang;
  }
  return undefined;
};

/** The language of an answer: as asked for by `?lang=`, that of the page of ours which asks, the person's own, the browser's, the installation's, and last the operator's. */
export const requestLang = (
  { query, headers }: Pick<FastifyRequest, 'query' | 'headers'>,
  { inForce }: Pick<App, 'inForce'>,
  usual: Lang,
  person?: string,
): Lang => {
  const asked = (query as { lang?: unknown } | undefined)?.lang ?? headers['tagwise-lang'];
  if (asked === 'zh' || asked === 'en') return asked;
  const own = person === undefined ? undefined : inForce.people().byId(person)?.lang;
  return own ?? acceptedLang(headers['accept-language']) ?? inForce.config().lang ?? usual;
};
