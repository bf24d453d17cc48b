import type { Door } from '../../src/adapter.ts';
import type { ContactPayload, Puppet } from './wechaty-shape.ts';

/** Behind this sign stands, in a contact's remark, the id by which we know them over all logins. */
const TAGS = /#(tw-[a-z0-9][a-z0-9-]{0,40})/g;

/** The last sign is ours: what stands before it may come of a name that somebody chose. */
const tagIn = (alias = ''): string | undefined => [...alias.matchAll(TAGS)].at(-1)?.[1];

/** Accounts that are nobody: programs of WeChat itself. */
const PROGRAMS = new Set([
  'filehelper',
  'weixin',
  'fmessage',
  'medianote',
  'floatbottle',
  'newsapp',
  'notifymessage',
  'qmessage',
]);

/** `ContactType.Official`: accounts of companies that send news. */
const OFFICIAL = 2;

/** Behind the name of a customer whom we shall not know again after the next login. */
const FLEETING = ' ⚠';

/** Characters of a name that go into a remark: WeChat cuts long ones. */
const MOST_NAME = 8;

/** After a remark could not be written: how long before it is tried again, ms. */
const PAUSE = 600_000;

/** Somebody in WeChat. */
export type Who =
  | { kind: 'program' }
  /** `id`: as the people file names them. */
  | { kind: 'staff'; id: string; name: string }
  | { kind: 'customer'; id: string; name: string };

export interface IdentifyParts {
  puppet: Puppet;
  door: Pick<Door<unknown>, 'staff'>;
  ids: 'session' | 'permanent';
  /** A new id for a remark, like tw-k3x9q2. */
  newTag: () => string;
  now: () => number;
  /** Does what must not be done too often for WeChat, one after another. */
  gently: <T>(work: () => Promise<T>) => Promise<T>;
  log: (what: string, error?: unknown) => void;
}

const handleOf = ({ handle, weixin }: ContactPayload): string | null => handle || weixin || null;

/** A remark without the sign of ours. */
const remarkOf = ({ alias = '' }: ContactPayload): string => alias.replaceAll(TAGS, '').trim();

/** What stands before our sign. Who chooses their name must not write a sign of ours with it. */
const ownWords = (contact: ContactPayload): string =>
  (remarkOf(contact) || [...contact.name].slice(0, MOST_NAME).join('')).replaceAll('#', '').trim();

/** The ids by which the people file may name a contact: nothing that they could choose for themselves is taken as it is. */
export const namesOf = (contact: ContactPayload, ids: 'session' | 'permanent'): string[] => {
  const tag = tagIn(contact.alias);
  const handle = handleOf(contact);
  return [
    ...(ids === 'permanent' ? [contact.id] : []),
    ...(tag === undefined ? [] : [tag]),
    ...(handle === null ? [] : [`weixin:${handle}`]),
  ];
};

/**
 * Says who a contact is. Where ids are others after each login, a customer is known by a short id in their remark, which is written
 * there once, or by their own WeChat id; else they are kept under an id that lasts for this login only and says so. A new one for each
 * login: who cannot be told apart for sure is never taken for somebody else.
 */
export const createIdentify = ({ puppet, door, ids, newTag, now, gently, log }: IdentifyParts) => {
  /** Tag → the contact that has it in this login. */
  const owners = new Map<string, string>();
  const copied = new Set<string>();
  const writing = new Map<string, Promise<string | null>>();
  const refused = new Map<string, number>();

  /** A remark that was copied to somebody else names nobody. */
  const ownTag = (contact: ContactPayload): string | null => {
    const tag = tagIn(contact.alias);
    if (tag === undefined) return null;
    const owner = owners.get(tag) ?? contact.id;
    if (owner === contact.id) owners.set(tag, owner);
    else if (!copied.has(contact.id)) {
      copied.add(contact.id);
      log('wechat: two contacts have the same remark id');
    }
    return owner === contact.id ? tag : null;
  };

  const writeTag = async (contact: ContactPayload): Promise<string | null> => {
    const tag = newTag();
    try {
      await gently(() => puppet.contactAlias(contact.id, `${ownWords(contact)} #${tag}`));
      // What is remembered of the contact is older than the remark.
      await puppet.contactPayloadDirty(contact.id);
      // Some puppets take a remark and do nothing.
      const written = tagIn(await puppet.contactAlias(contact.id));
      await puppet.contactPayloadDirty(contact.id);
      if (written === tag) {
        owners.set(tag, contact.id);
        return tag;
      }
    } catch (error) {
      log('wechat: a remark could not be written', error);
    }
    refused.set(contact.id, now());
    return null;
  };

  const tagFor = async (contact: ContactPayload): Promise<string | null> => {
    if (tagIn(contact.alias) !== undefined) return ownTag(contact);
    const tried = refused.get(contact.id);
    if (contact.friend === false || (tried !== undefined && now() - tried < PAUSE)) return null;
    const under = writing.get(contact.id) ?? writeTag(contact).finally(() => writing.delete(contact.id));
    writing.set(contact.id, under);
    return under;
  };

  const customer = async (contact: ContactPayload): Promise<Who> => {
    const name = remarkOf(contact) || contact.name;
    if (ids === 'permanent') return { kind: 'customer', id: contact.id, name };
    const handle = handleOf(contact);
    const lasting = (await tagFor(contact)) ?? (handle === null ? null : `weixin:${handle}`);
    return lasting === null
      ? { kind: 'customer', id: `session:${contact.id}`, name: `${name}${FLEETING}` }
      : { kind: 'customer', id: lasting, name };
  };

  /** Whoever of the people file a contact is. */
  const staff = (contact: ContactPayload): string | null => {
    const tag = tagIn(contact.alias);
    const names = namesOf(contact, ids).filter((name) => name !== tag || ownTag(contact) !== null);
    return names.find((name) => door.staff(name)) ?? null;
  };

  return {
    of: async (id: string): Promise<Who> => {
      if (PROGRAMS.has(id)) return { kind: 'program' };
      const contact = await puppet.contactPayload(id);
      const colleague = staff(contact);
      if (colleague !== null) return { kind: 'staff', id: colleague, name: remarkOf(contact) || contact.name };
      return contact.type === OFFICIAL ? { kind: 'program' } : customer(contact);
    },

    /** Whether a contact works here; without writing anything. */
    isStaff: async (id: string): Promise<boolean> => staff(await puppet.contactPayload(id)) !== null,

    /** The contact whom the people file names so; null where there is none. */
    find: async (name: string): Promise<string | null> => {
      const known = owners.get(name);
      if (known !== undefined) return known;
      // A room is nobody, whatever the people file says.
      if (ids === 'permanent' && !/^(?:tw-|weixin:)/.test(name)) return (await puppet.contactPayload(name)).id;
      const found: string[] = [];
      for (const id of await puppet.contactList())
        if (namesOf(await puppet.contactPayload(id), ids).includes(name)) found.push(id);
      // A remark that was copied names nobody.
      const [one] = found;
      return found.length === 1 && one !== undefined ? one : null;
    },
  };
};

export type Identify = ReturnType<typeof createIdentify>;
