import { expect, test } from 'vitest';
import { readEndpoint } from '../../src/webhooks/endpoint.ts';
import { SECRET } from '../support/webhook-receiver.ts';

const URL_ = 'https://crm.example.com/hook?t=1';
const secretOf = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;

test.each([
  ['no address at all', { secret: SECRET }, 'no_url'],
  ['blanks for an address', { url: '  ', secret: SECRET }, 'no_url'],
  ['words for an address', { url: 'crm', secret: SECRET }, 'bad_url'],
  ['a file', { url: 'file:///etc/passwd', secret: SECRET }, 'bad_url'],
  ['an address that anybody on the way can read', { url: 'http://crm.example.com', secret: SECRET }, 'plain_http'],
  ['no secret', { url: URL_ }, 'no_secret'],
  ['an empty secret', { url: URL_, secret: '' }, 'no_secret'],
  ['a password', { url: URL_, secret: 'hunter2' }, 'bad_secret'],
  ['a secret without its beginning', { url: URL_, secret: SECRET.slice(6) }, 'bad_secret'],
  ['a short secret', { url: URL_, secret: secretOf(23) }, 'bad_secret'],
  ['a long one', { url: URL_, secret: secretOf(65) }, 'bad_secret'],
  ['a good secret and a bad one', { url: URL_, secret: `${SECRET} whsec_short` }, 'bad_secret'],
])('%s sends nothing', (_what, given, fault) => {
  expect(readEndpoint(given, false)).toBe(fault);
});

test('an address and one or two secrets do', () => {
  expect(readEndpoint({ url: ` ${URL_}\n`, secret: secretOf(24) }, false)).toMatchObject({
    url: new URL(URL_),
    secrets: [{ length: 24 }],
  });
  expect(readEndpoint({ url: URL_, secret: `${secretOf(64)} ${SECRET}` }, false)).toMatchObject({ secrets: { length: 2 } });
  expect(readEndpoint({ url: 'http://10.0.0.7:8080/', secret: SECRET }, true)).toMatchObject({ secrets: { length: 1 } });
});
