import { createHash } from 'node:crypto';

export interface Signed {
  timestamp: number;
  nonceStr: string;
  signature: string;
}

/**
 * Signs the address of a page for WeCom's agentConfig. @param url without its `#` part; @param timestamp seconds
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
export const signAddress = (ticket: string, url: string, { timestamp, nonceStr }: Omit<Signed, 'signature'>): Signed => {
  const [address = ''] = url.split('#', 1);
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${address}`;
  return { timestamp, nonceStr, signature: createHash('sha1').update(text).digest('hex') };
};
