import type { Puppet } from './wechaty-shape.ts';

/** The questions that a puppet may take for ever to answer, where what is behind it hangs. */
const CALLS: ReadonlySet<PropertyKey> = new Set<keyof Puppet>([
  'messagePayload',
  'messageUrl',
  'messageMiniProgram',
  'messageSendText',
  'contactPayload',
  'contactPayloadDirty',
  'contactAlias',
  'contactList',
  'roomList',
  'roomMemberList',
  'roomPayload',
]);

const inTime = <T>(work: Promise<T>, name: string, within: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`wechat: ${name} took too long`)), within);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** The same puppet, whose calls fail when they take too long, ms: one that hangs must not hold up all that wait behind it. */
export const callInTime = (puppet: Puppet, within: number): Puppet =>
  new Proxy(puppet, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (!CALLS.has(name)) return value.bind(target);
      return (...parts: unknown[]) => inTime(Promise.resolve(value.apply(target, parts)), String(name), within);
    },
  });
