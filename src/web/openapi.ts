import { z } from 'zod';
import type { Lang } from '../commands/command.ts';
import { apiWords } from '../text/api-words.ts';
import { errorForm } from './forms/error-form.ts';
import { forms } from './forms/named.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

const REF = '#/components/schemas/';

/** Whatever a form is turned into here, it is what comes in: answers may get more fields, so none is closed by that. */
const options = { io: 'input', unrepresentable: 'any', target: 'draft-2020-12', uri: (id: string) => REF + id } as const;

const without = (schema: Json, ...fields: string[]): Json =>
  Object.fromEntries(Object.entries(schema).filter(([field]) => !fields.includes(field)));

const components = (): Json =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(forms, options).schemas).map(([id, schema]) => [id, without(schema as Json, '$schema', '$id')]),
  );

/** A form as JSON schema: its name where it has one, and the names of those in it. */
const schemaOf = (form: z.ZodType): Json => {
  const id = forms.get(form)?.id;
  if (id !== undefined) return { $ref: REF + id };
  const text = JSON.stringify(z.toJSONSchema(form, { ...options, metadata: forms }));
  return without(JSON.parse(text.replaceAll('#/$defs/', REF)) as Json, '$schema', '$defs');
};

const parameters = (form: z.ZodObject, place: 'path' | 'query'): Json[] => {
  const schema = schemaOf(form) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    ...{ name, in: place, required: place === 'path' || (schema.required ?? []).includes(name), schema: of },
  }));
};

const json = (form: z.ZodType) => ({ 'application/json': { schema: schemaOf(form) } });

/** A name for each address, for programs that make a client of this: `getCustomersTagsWhy`. */
export const operationId = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  method.toLowerCase() +
  path
    .split('/')
    .slice(2)
    .map((part) =>
      part.startsWith(':') ? `By${part[1]?.toUpperCase()}${part.slice(2)}` : `${part[0]?.toUpperCase()}${part.slice(1)}`,
    )
    .join('');

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const operation = (route: Route, lang: Lang): Json => {
  const { method, params, query, body, described, answer, needs, summary } = route;
  const words = apiWords[lang];
  const sent = described ?? body;
  return {
    operationId: operationId(route),
    summary: summary[lang],
    description: words.needs(needs),
    tags: [route.path.split('/')[2]],
    security: needs === 'events' ? [{ token: [] }] : [{ token: [] }, { session: [] }],
    parameters: [
      ...parameters(params, 'path'),
      ...parameters(query, 'query'),
      ...(method === 'POST' && needs === 'write' ? [{ ...KEY, description: words.key }] : []),
    ],
    ...(sent ? { requestBody: { required: !sent.safeParse(undefined).success, content: json(sent) } } : {}),
    responses: {
      200: {
        description: words.ok,
        content: route.streams ? { 'text/event-stream': { schema: schemaOf(answer) } } : json(answer),
      },
      default: { description: words.error, content: json(errorForm) },
    },
  };
};

/** The description of the API, OpenAPI 3.1, of the very forms that check it. */
export const openapi = (routes: readonly Route[], lang: Lang, version: string): Json => {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, lang) };
  }
  const words = apiWords[lang];
  return {
    openapi: '3.1.0',
    info: { title: 'Tagwise 知签', version, description: words.about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: words.token },
        session: { type: 'apiKey', in: 'cookie', name: 'tagwise', description: words.session },
      },
    },
  };
};
