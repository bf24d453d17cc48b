// The description of the API is a sound OpenAPI 3.1 document of the very list that is served, and a page without anything from elsewhere.
import { expect, test } from 'vitest';
import { openapi } from '../../src/web/openapi.ts';
import { routes } from '../../src/web/routes/index.ts';
import { openWeb } from '../support/open-web.ts';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: object;
}
interface Operation {
  operationId: string;
  summary: string;
  parameters: Parameter[];
  requestBody?: { content: object };
  responses: Record<string, { description: string; content: object }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: object };
}

const documents = (['zh', 'en'] as const).map((lang) => openapi(routes, lang, '1.2.3') as unknown as Document);

test.each(documents)(
  'every reference leads somewhere, every place in a path is a parameter, every name is there once',
  (document) => {
    expect(document.openapi).toBe('3.1.0');
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(30);
    const names = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
    expect(refs.filter((ref) => !names.has(ref))).toEqual([]);
    expect([...names].filter((name) => !refs.includes(name))).toEqual([]);
    expect(JSON.stringify(document)).not.toMatch(/"\$(?:schema|id|defs)"|__shared/);

    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    expect(operations.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(
      routes.map(({ path, method }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).sort(),
    );
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, method, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = operation.parameters.filter((one) => one.in === 'path');
      expect(parameters.map(({ name, required }) => [name, required])).toEqual(inPath.map((name) => [name, true]));
      expect(new Set(operation.parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(operation.parameters.length);
      expect(Object.keys(operation.responses)).toEqual(['200', 'default']);
      expect(operation.requestBody !== undefined).toBe(method === 'post');
      expect(operation.summary).toMatch(/\S/);
    }
  },
);

test('both languages describe the same', () => {
  const [zh, en] = documents.map((document) =>
    JSON.stringify(document).replaceAll(/"(?:summary|description)":"(?:[^"\\]|\\.)*"/g, ''),
  );
  expect(zh).toBe(en);
  for (const { summary } of routes) {
    expect(summary.zh).toMatch(/\p{Script=Han}/u);
    expect(summary.en).not.toMatch(/\p{Script=Han}/u);
  }
});

test('is served to everybody, in the language asked for; the page has no script and nothing of another host', async () => {
  const web = await openWeb();
  const document = await web.ask('/v1/openapi.json?lang=en');
  expect([document.status, document.body]).toEqual([200, openapi(routes, 'en', '0.0.0')]);
  const page = await web.ask('/v1', { headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' } });
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.text).toContain('<html lang="zh-CN">');
  expect(page.text).not.toMatch(/<script|https?:\/\/(?!json-schema)|style="|src=/);
  for (const { path } of routes) expect(page.text).toContain(`<code>${path.replaceAll(/:(\w+)/g, '{$1}')}</code>`);
  expect((await web.ask('/v1?lang=en')).text).toContain('The API of Tagwise');
});
