export const ROLES = ['viewer', 'agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Times of day between which nothing that can wait is told, in a person's zone; over midnight where `from` is later. */
export interface QuietHours {
  from: string;
  to: string;
}

/** Days as YYYY-MM-DD: days off besides weekends, and weekend days that are worked. */
export interface Calendar {
  holidays: string[];
  workdays: string[];
}

/** A member of staff, from `people:` in the configuration. `ids` maps a channel to that person's id there. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  team?: string | undefined;
  manager?: string | undefined;
  zone: string;
  lang?: 'zh' | 'en' | undefined;
  /** Their own time of day for the digest, or `off`; absent: everybody's. */
  digest?: { at: string } | undefined;
  /** When they are told nothing that can wait; absent: as everybody. */
  quiet?: QuietHours | undefined;
  ids: Record<string, string>;
}

/** Who asks for a change, and with what right. */
export interface Actor {
  id: string;
  name: string;
  role: Role;
  /** A program of the company: it has no customers of its own, and lists show it everybody's. */
  everybody?: true;
}

/** Whom lists are for. */
export type Seer = Pick<Actor, 'id' | 'role' | 'everybody'>;
