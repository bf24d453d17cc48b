import { getContext, getCurExternalContact, register } from '@wecom/jssdk';
import type { Ask } from '../parts/ask.ts';
import { NoChat } from './no-chat.ts';

interface Signature {
  corpId: string;
  agentId: string;
  timestamp: number;
  nonceStr: string;
  signature: string;
}

/** Where no bridge to WeCom appears, its calls wait for ever, ms. */
const PATIENCE = 4_000;

const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, fail) => {
      window.setTimeout(() => fail(new NoChat('refused')), PATIENCE);
    }),
  ]);

/** Where a chat with a customer is. */
const CHATS: ReadonlySet<string> = new Set(['single_chat_tools', 'single_kf_tools', 'contact_profile', 'chat_attachment']);

/** The external_userid of the customer in whose chat the page stands. @throws NoChat */
export const externalId = async (ask: Ask): Promise<string> => {
  const signed = (url: string) => ask.get<Signature>(`/wecom/signature?url=${encodeURIComponent(url)}`);
  const here = location.href;
  const first = await signed(here);
  const { corpId, agentId } = first;
  const opened = new Promise<void>((done, fail) => {
    register({
      ...{ corpId, agentId, jsApiList: ['getContext', 'getCurExternalContact'] },
      getAgentConfigSignature: async (url) => {
        const { timestamp, nonceStr, signature } = url === here ? first : await signed(url);
        return { timestamp, nonceStr, signature };
      },
      onAgentConfigSuccess: () => done(),
      onAgentConfigFail: () => fail(new NoChat('refused')),
    });
  });
  const asked = async () => {
    const [{ entry = '' }, { userId }] = await Promise.all([getContext(), getCurExternalContact(), opened]);
    if (!CHATS.has(entry)) throw new NoChat('elsewhere');
    return userId;
  };
  return inTime(
    asked().catch((error: unknown) => {
      throw error instanceof NoChat ? error : new NoChat('elsewhere');
    }),
  );
};
