import type { Ask } from '../parts/ask.ts';

/** Whether the page is opened inside WeCom. */
export const inWecom = (): boolean => /\bwxwork\//i.test(navigator.userAgent);

/** Whose chat in WeCom the page stands beside, as the bot knows them. @throws NoChat, Refused */
export const customerInWecom = async (ask: Ask): Promise<string> => {
  // Loaded here only: most do not open the page in WeCom.
  const { externalId } = await import('./wecom-chat.ts');
  const id = await externalId(ask);
  return (await ask.get<{ customer: string }>(`/wecom/customer?id=${encodeURIComponent(id)}`)).customer;
};
