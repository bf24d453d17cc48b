export const ROLES = ['viewer', 'agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A member of staff, from `people:` in the configuration. `ids` maps a channel to that person's id there. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  team?: string | undefined;
  manager?: string | undefined;
  zone: string;
  lang?: 'zh' | 'en' | undefined;
  /** Their own time of day for the digest; absent: everybody's. */
  digest?: { at: string } | undefined;
  ids: Record<string, string>;
}

/** Who asks for a change, and with what right. */
export interface Actor {
  id: string;
  name: string;
  role: Role;
}
