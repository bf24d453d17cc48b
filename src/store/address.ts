import type { Collections } from './collections.ts';

const ID = 'address' as never;

/** Where the running bot serves its pages; `open`: to other machines too. */
export interface Address {
  url: string;
  open: boolean;
}

/** Where the running bot serves, for whoever makes an address that leads there. */
export const createAddress = ({ meta }: Collections) => ({
  get: async (): Promise<Address | null> => {
    const found = await meta.collection.findOne({ _id: ID });
    return found === null ? null : { url: String(found['url']), open: found['open'] === true };
  },

  set: async ({ url, open }: Address): Promise<void> => {
    await meta.collection.updateOne({ _id: ID }, { $set: { url, open } }, { upsert: true });
  },

  /** Nobody serves there any more; another's address stays. */
  clear: async (url: string): Promise<void> => {
    await meta.collection.deleteOne({ _id: ID, url });
  },
});
