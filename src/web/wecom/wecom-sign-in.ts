import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { SESSION_FOR, startSession } from '../../access/sign-ins.ts';
import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import { cookieIn } from '../access.ts';
import { cookieText, isSecure } from '../cookie-text.ts';
import type { Site } from '../site.ts';
import type { Tries } from '../tries.ts';
import { queryOf } from './query-of.ts';
import type { WecomToolbar } from './toolbar.ts';

/** How long somebody may take to sign in there, seconds: as long as WeCom's code lasts. */
const UNDER_WAY_FOR = 300;
/** A form that a query of theirs must have. */
const CODE = /^[\w-]{1,512}$/;

interface WecomSignInParts {
  app: App;
  site: Site;
  tries: Tries;
  /** The name of the session's cookie. */
  cookie: () => string;
  toolbar: WecomToolbar;
}

const same = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/**
 * Signs members of the company in by WeCom (OAuth): only whom the people file names by `ids.wecom`, and only in the browser that
 * began it.
 * @see https://developer.work.weixin.qq.com/document/path/91022
 */
export const serveWecomSignIn = (server: FastifyInstance, { app, site, tries, cookie, toolbar }: WecomSignInParts): void => {
  const begun = () => `${cookie()}_wecom`;
  const reach = { secure: isSecure(site), framed: false };

  server.get('/wecom/in', async (_request, reply) => {
    const { url } = site;
    if (url === null) throw new UserError('wecom_no_address');
    // Letters and digits only, says WeCom.
    const state = randomBytes(16).toString('hex');
    const asked = new URLSearchParams({
      appid: toolbar.corpId,
      redirect_uri: new URL('/wecom/back', url).href,
      response_type: 'code',
      scope: 'snsapi_base',
      state,
      agentid: toolbar.agentId,
    });
    return reply
      .header('set-cookie', cookieText(reach, begun(), state, UNDER_WAY_FOR))
      .redirect(`${toolbar.authorize}?${asked}#wechat_redirect`, 302);
  });

  server.get('/wecom/back', async (request, reply) => {
    if (tries.tooMany(request.ip)) throw new UserError('too_many_tries');
    const [code, state] = [queryOf(request, 'code'), queryOf(request, 'state')];
    const mine = cookieIn(request.headers.cookie, begun());
    const refuse = (error: UserError): never => {
      tries.note(request.ip);
      throw error;
    };
    if (mine === '' || !same(mine, state) || !CODE.test(code)) return refuse(new UserError('wecom_not_begun'));
    const member = await toolbar.memberOf(code);
    if (member === null) return refuse(new UserError('wecom_not_begun'));
    const person = app.inForce.people().byChannel('wecom', member);
    // By the id that the people file gives for WeCom, and by nothing else.
    if (person?.ids['wecom'] !== member) return refuse(new UserError('wecom_nobody', { name: member }));
    const session = await startSession(app, person.id);
    return reply
      .header('set-cookie', [cookieText(reach, cookie(), session, SESSION_FOR / 1000), cookieText(reach, begun(), '', 0)])
      .redirect('/sidebar', 303);
  });
};
