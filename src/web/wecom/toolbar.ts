/** WeCom's app as the web server uses it (`adapters/wecom`). What it cannot do it throws; nothing of it is ever taken for a yes. */
export interface WecomToolbar {
  corpId: string;
  agentId: string;
  /** The ticket of agentConfig, by which an address of a page is signed. */
  ticket: () => Promise<string>;
  /** The member who signed in with this code; null: nobody of this company. */
  memberOf: (code: string) => Promise<string | null>;
  /** Who follows a customer, by their external_userid; null: there is no such customer. */
  followersOf: (external: string) => Promise<{ name: string | null; followers: ReadonlySet<string> } | null>;
  /** Where members sign in; ends in `#wechat_redirect`. */
  authorize: string;
}
