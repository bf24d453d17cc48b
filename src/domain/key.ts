/** Encodes one part of a key so that `/`, `~` and `?` stay ours. */
const part = (text: string): string => encodeURIComponent(text).replaceAll('~', '%7E');

/** `channel/account/id`: who somebody is on a channel. */
export const identityKey = (channel: string, account: string, id: string): string => [channel, account, id].map(part).join('/');

/** `channel/account/conversation/id`: the identity of a platform's message. */
export const messageKey = (channel: string, account: string, conversation: string, id: string): string =>
  [channel, account, conversation, id].map(part).join('/');

/** The parts of an identity key, decoded. */
export const identityParts = (key: string): { channel: string; account: string; id: string } => {
  const [channel = '', account = '', id = ''] = key.split('/').map(decodeURIComponent);
  return { channel, account, id };
};
