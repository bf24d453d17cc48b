// What we use of Wechaty and of any puppet (wechaty 1.20, wechaty-puppet 1.x). Said here by itself, because the packages are optional
// and puppets are found by name.

/** Somebody, as a puppet knows them. `alias` is the remark that the account's owner gave them, `handle` their own WeChat id. */
export interface ContactPayload {
  id: string;
  name: string;
  alias?: string;
  handle?: string;
  weixin?: string;
  friend?: boolean;
  type: number;
}

/** A message, as a puppet knows it. The `…Id` and older names mean the same. */
export interface MessagePayload {
  id: string;
  /** s, or ms where it is that large. */
  timestamp: number;
  type: number;
  text?: string;
  filename?: string;
  talkerId?: string;
  fromId?: string;
  listenerId?: string;
  toId?: string;
  roomId?: string;
  mentionIdList?: string[];
}

type Listener = (...parts: never[]) => void;

export interface Emitter {
  on: (event: never, listener: never) => unknown;
  removeListener: (event: never, listener: never) => unknown;
}

/** What speaks to WeChat. */
export interface Puppet extends Emitter {
  currentUserId: string;
  isLoggedIn: boolean;
  ding: (data: string) => void;
  messagePayload: (id: string) => Promise<MessagePayload>;
  messageUrl: (id: string) => Promise<{ title?: string }>;
  messageMiniProgram: (id: string) => Promise<{ title?: string }>;
  messageSendText: (conversation: string, text: string) => Promise<unknown>;
  contactPayload: (id: string) => Promise<ContactPayload>;
  contactPayloadDirty: (id: string) => Promise<void>;
  contactAlias: ((id: string) => Promise<string>) & ((id: string, alias: string) => Promise<void>);
  contactList: () => Promise<string[]>;
  roomList: () => Promise<string[]>;
  roomMemberList: (room: string) => Promise<string[]>;
  roomPayload: (room: string) => Promise<{ topic?: string }>;
}

/** Wechaty itself, around a puppet. */
export interface Bot extends Emitter {
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Listens; gives how to stop listening. */
export const listen = (emitter: Emitter, event: string, listener: Listener): (() => void) => {
  emitter.on(event as never, listener as never);
  return () => emitter.removeListener(event as never, listener as never);
};
