// Signatures, as the library of Standard Webhooks reads them.
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { sign } from '../../src/webhooks/sign.ts';

const anySecret = fc.uint8Array({ minLength: 24, maxLength: 64 }).map((bytes) => Buffer.from(bytes));
const anyId = fc.stringMatching(/^msg_[A-Za-z0-9_-]{1,40}$/);
const anyBody = fc.jsonValue().map((data) => JSON.stringify({ type: 'tag.added', data }));
const libraryOf = (secret: Buffer) => new Webhook(`whsec_${secret.toString('base64')}`);

test('whatever is sent, the receiver takes it for ours, and nothing else', () => {
  fc.assert(
    fc.property(anySecret, anySecret, anyId, anyBody, (secret, other, id, body) => {
      fc.pre(!secret.equals(other));
      const headers = sign({ id, at: Date.now(), body }, [secret]);
      expect(libraryOf(secret).verify(body, headers)).toEqual(JSON.parse(body));
      expect(() => libraryOf(other).verify(body, headers)).toThrow('No matching signature');
      expect(() => libraryOf(secret).verify(`${body} `, headers)).toThrow('No matching signature');
      expect(() => libraryOf(secret).verify(body, { ...headers, 'webhook-id': `${id}x` })).toThrow('No matching signature');
      const later = String(Number(headers['webhook-timestamp']) + 1);
      expect(() => libraryOf(secret).verify(body, { ...headers, 'webhook-timestamp': later })).toThrow('No matching signature');
    }),
  );
});

test('while a secret is replaced, whoever has the old or the new one takes it', () => {
  fc.assert(
    fc.property(anySecret, anySecret, anyId, anyBody, (old, fresh, id, body) => {
      const headers = sign({ id, at: Date.now(), body }, [fresh, old]);
      for (const secret of [old, fresh]) expect(libraryOf(secret).verify(body, headers)).toEqual(JSON.parse(body));
    }),
    { numRuns: 30 },
  );
});

test('the example of the specification comes out to the letter', () => {
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const body = '{"test": 2432232314}';
  expect(sign({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1_614_265_330_000, body }, [secret])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});
