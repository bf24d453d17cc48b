import type { Ask } from '../parts/ask.ts';

/** Whether the page is opened inside WeCom. */
export const inWecom = (): boolean => /\bwxwork\//i.test(navigator.userAgent);

interface Signature {
  corpId: string;
  agentId: string;
  timestamp: number;
  nonceStr: string;
  signature: string;
}

/** Where no bridge to WeCom appears, its calls wait for ever, ms. */
const PATIENCE = 4_000;

/** Why a page in WeCom does not know whose chat it stands beside: it was opened elsewhere, or WeCom does not let it ask. */
export class NoChat extends Error {
  readonly why: 'elsewhere' | 'refused';

  constructor(why: 'elsewhere' | 'refused') {
    super(why);
    this.why = why;
  }
}

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
const externalId = async (ask: Ask): Promise<string> => {
  // Loaded here only: most do not open the page in WeCom.
  const { register, getContext, getCurExternalContact } = await import('./wecom-sdk.ts');
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

/** Whose chat in WeCom the page stands beside, as the bot knows them. @throws NoChat, Refused */
export const customerInWecom = async (ask: Ask): Promise<string> => {
  const id = await externalId(ask);
  return (await ask.get<{ customer: string }>(`/wecom/customer?id=${encodeURIComponent(id)}`)).customer;
};
