import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 signs that nobody takes for others; 20 of them are 100 bits. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';
const ID = /^visitor-[a-km-np-z2-9]{20}$/;

const newId = (): string => `visitor-${[...randomBytes(20)].map((byte) => SIGNS[byte & 31]).join('')}`;

/**
 * Visitors by their cookie: a random id with our signature. Whoever knows the id of another, as people who work here do, cannot make
 * their cookie; and nobody is a visitor whom we did not let in.
 * @param secret the installation's own, so that a cookie is good on each of its processes.
 */
export const createVisitors = (secret: () => Buffer) => {
  /** A key for this alone: the secret serves other ends too. */
  let key: Buffer | null = null;
  const keyNow = (): Buffer => {
    key ??= createHmac('sha256', secret()).update('webchat visitors').digest();
    return key;
  };
  const signatureOf = (id: string): string => createHmac('sha256', keyNow()).update(id).digest('base64url');

  return {
    /** @throws whatever is wrong with the secret, for the operator: no visitor is to meet it. */
    prepare: (): void => void keyNow(),

    make: (): { id: string; cookie: string } => {
      const id = newId();
      return { id, cookie: `${id}.${signatureOf(id)}` };
    },

    /** Whose cookie it is; null where it is none of ours. */
    idIn: (cookie: string): string | null => {
      const [id = '', signature = '', more] = cookie.split('.');
      if (more !== undefined || !ID.test(id)) return null;
      const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(id))];
      return given.length === right.length && timingSafeEqual(given, right) ? id : null;
    },
  };
};

export type Visitors = ReturnType<typeof createVisitors>;
