import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ApiEntry, apiPage } from '../text/api-page.ts';
import type { Lang } from '../text/lang.ts';
import { openapi } from './openapi.ts';
import type { Route } from './route.ts';
import { sendPage } from './send-page.ts';

interface Operation {
  summary: string;
  parameters: ApiEntry['parameters'];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content: Record<string, { schema: object }> }>;
}

const REF = /^#\/components\/schemas\//;

/** A form as text; a name stands with what it means, one level deep. */
const formText = (content: Record<string, { schema: object }>, named: Record<string, unknown>): string => {
  const [{ schema } = { schema: {} }] = Object.values(content);
  const ref = '$ref' in schema && typeof schema.$ref === 'string' ? schema.$ref.replace(REF, '') : null;
  return JSON.stringify(ref === null ? schema : { [ref]: named[ref] }, null, 2);
};

/** Serves the description of the API: as a document for programs and as a page for people. Neither says anything of anybody's data. */
export const describe = (
  server: FastifyInstance,
  { routes, version, langOf }: { routes: readonly Route[]; version: string; langOf: (request: FastifyRequest) => Lang },
): void => {
  const documents = { zh: openapi(routes, 'zh', version), en: openapi(routes, 'en', version) };

  const pageOf = (lang: Lang): string => {
    const document = documents[lang];
    const named = (document['components'] as { schemas: Record<string, unknown> }).schemas;
    const paths = document['paths'] as Record<string, Record<string, Operation>>;
    const entries = routes.flatMap(({ method, path, needs }): ApiEntry[] => {
      const shown = path.replaceAll(/:(\w+)/g, '{$1}');
      const operation = paths[shown]?.[method.toLowerCase()];
      if (!operation) return [];
      const body = operation.requestBody ? formText(operation.requestBody.content, named) : null;
      const answer = formText(operation.responses['200']?.content ?? {}, named);
      return [{ method, path: shown, scope: needs, summary: operation.summary, parameters: operation.parameters, body, answer }];
    });
    return apiPage(entries, lang);
  };
  const pages = { zh: pageOf('zh'), en: pageOf('en') };

  server.get('/v1/openapi.json', async (request) => documents[langOf(request)]);
  server.get('/v1', async (request, reply) => sendPage(reply, pages[langOf(request)]));
};
