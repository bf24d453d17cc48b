import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { App } from '../../app.ts';
import { identityKey } from '../../domain/key.ts';
import { UserError } from '../../errors.ts';
import type { Access } from '../access.ts';
import type { Site } from '../site.ts';
import { queryOf } from './query-of.ts';
import { signAddress } from './sign-address.ts';
import type { WecomToolbar } from './toolbar.ts';

interface WecomCustomerParts {
  app: App;
  site: Site;
  access: Access;
  toolbar: WecomToolbar;
}

/** The form of an external_userid, which a page says and which is nobody until WeCom says so. */
const EXTERNAL = /^[\w-]{1,64}$/;

/** What the page in WeCom's toolbar asks: its own address signed, and who the customer of the chat is. */
export const serveWecomCustomer = (server: FastifyInstance, { app, site, access, toolbar }: WecomCustomerParts): void => {
  const { store } = app;

  /** Lines of other programs may name the company or not. */
  const customerOf = async (external: string): Promise<string | null> => {
    const keys = [toolbar.corpId, ''].map((account) => identityKey('wecom', account, external));
    const found = await store.customers.identities(keys);
    const of = new Map(found.map(({ _id, customer }) => [_id, customer]));
    return keys.map((key) => of.get(key)).find((customer) => customer !== undefined) ?? null;
  };

  server.get('/v1/wecom/signature', async (request) => {
    await access.callerOf(request, 'read');
    const asked = queryOf(request, 'url');
    const url = URL.canParse(asked) ? new URL(asked) : null;
    // What is signed for another site would let that site ask in our name.
    if (url === null || url.origin !== site.url?.origin || url.pathname !== '/sidebar') throw new UserError('wecom_other_page');
    const made = { timestamp: Math.floor(app.wallNow() / 1000), nonceStr: randomBytes(12).toString('hex') };
    return { corpId: toolbar.corpId, agentId: toolbar.agentId, ...signAddress(await toolbar.ticket(), url.href, made) };
  });

  server.get('/v1/wecom/customer', async (request) => {
    const { actor, kind } = await access.callerOf(request, 'read');
    const external = queryOf(request, 'id');
    const member = kind === 'person' ? app.inForce.people().byId(actor.id)?.ids['wecom'] : undefined;
    if (member === undefined) throw new UserError('wecom_nobody', { name: actor.name });
    const found = EXTERNAL.test(external) ? await toolbar.followersOf(external) : null;
    const customer = await customerOf(external);
    const [held] = customer === null ? [] : await store.customers.load([customer]);
    if (!found?.followers.has(member) && held?.state.owner?.id !== actor.id) throw new UserError('wecom_not_yours');
    if (!held) throw new UserError('wecom_unknown_customer', { name: found?.name ?? external });
    return { customer: held.mergedInto ?? held._id };
  });
};
