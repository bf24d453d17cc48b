import { expect, onTestFinished, test } from 'vitest';
import { createWecomClient } from '../../../adapters/wecom/client.ts';
import { missingOfWecom, readWecomSecrets } from '../../../adapters/wecom/settings.ts';
import { startFakeWecom } from '../../support/fake-wecom.ts';

const HOUR = 3_600_000;

const open = async (env: Record<string, string> = {}) => {
  const wecom = await startFakeWecom({
    wmMei: { name: '王小姐', followers: ['a1', 'b2', 'c3', 'd4', 'e5'] },
  });
  onTestFinished(wecom.stop);
  const secrets = readWecomSecrets({ ...wecom.env, ...env });
  if (secrets === null) throw new Error('not all is set');
  let now = 0;
  const client = createWecomClient(secrets, () => now);
  return {
    wecom,
    client,
    wait: (ms: number) => {
      now += ms;
    },
    count: (name: string) => wecom.asked.filter((one) => one === name).length,
  };
};

test('twenty who ask at once cost one token and one ticket; both are had anew before they run out', async () => {
  const { client, count, wait } = await open();
  expect(new Set(await Promise.all(Array.from({ length: 20 }, client.ticket)))).toEqual(new Set(['agent-ticket']));
  expect([count('gettoken'), count('ticket/get')]).toEqual([1, 1]);
  wait(1.7 * HOUR);
  await client.ticket();
  expect(count('ticket/get')).toBe(1);
  wait(0.2 * HOUR);
  await client.ticket();
  expect([count('gettoken'), count('ticket/get')]).toEqual([2, 2]);
});

test('a token that dies early is had anew once', async () => {
  const { client, wecom, count } = await open();
  await client.ticket();
  wecom.renewToken();
  expect((await client.followersOf('wmMei'))?.name).toBe('王小姐');
  expect(count('gettoken')).toBe(2);
});

test('a wrong secret is said by its number, and asked for again only when somebody asks', async () => {
  const { client, count } = await open({ WECOM_SECRET: 'wrong' });
  await expect(client.ticket()).rejects.toMatchObject({ name: 'WecomError', code: 40001 });
  await expect(client.ticket()).rejects.toMatchObject({ code: 40001 });
  expect(count('gettoken')).toBe(2);
});

test('who follows a customer, over all pages; whom nobody follows is nobody', async () => {
  const { client } = await open();
  expect(await client.followersOf('wmMei')).toEqual({ name: '王小姐', followers: new Set(['a1', 'b2', 'c3', 'd4', 'e5']) });
  expect(await client.followersOf('wmTom')).toBeNull();
});

test('who signed in: a member by their id, nobody from outside, no code twice', async () => {
  const { client, wecom } = await open();
  const code = wecom.code({ userid: 'a1' });
  expect(await client.memberOf(code)).toBe('a1');
  expect(await client.memberOf(code)).toBeNull();
  expect(await client.memberOf(wecom.code({ openid: 'o1', external_userid: 'wmMei' }))).toBeNull();
});

test('no answer is an error without the secret in it', async () => {
  const { client, wecom } = await open();
  await wecom.stop();
  const error = await client.ticket().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 0 });
  expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain('secret=');
});

test('what is missing is named', () => {
  expect(missingOfWecom({ WECOM_CORP_ID: 'ww1' })).toEqual(['WECOM_AGENT_ID', 'WECOM_SECRET']);
  expect(readWecomSecrets({ WECOM_CORP_ID: 'ww1' })).toBeNull();
});
