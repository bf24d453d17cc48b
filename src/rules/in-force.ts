import type { LibraryCaps } from '../domain/tag.ts';
import type { Needs, Topic } from '../match/topics.ts';
import type { Standards } from './condition.ts';
import type { RuleSet } from './rule.ts';

/** What the fold reads beside the events: the library, the topics and the settings that are in force now. */
export interface RulesInForce extends Standards {
  libraryVersion: number;
  /** 0 where none was stored yet. */
  rulebookVersion: number;
  caps: LibraryCaps;
  set: RuleSet;
  topics: ReadonlyMap<string, Topic>;
  /** The topics that give a tag. */
  topicsOf: (tag: string) => readonly Topic[];
  /** How many hits a tag needs that something else than a topic read. */
  needsOf: (tag: string) => Needs;
  /** Messages closer than this belong to one interaction, ms; 0: each counts. */
  sessionGap: number;
  /** Tags of customers whom staff get a card of. */
  important: readonly string[];
  /** The staff member behind an agent id of a channel, where the people file knows them. */
  person: (channel: string, agentId: string) => { id: string; name: string } | undefined;
}
