import type { LibraryCaps } from '../domain/tag.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Topic } from '../match/topics.ts';

/** What the fold reads beside the events: the library, the topics and the settings that are in force now. */
export interface RulesInForce {
  tree: TagTree;
  libraryVersion: number;
  caps: LibraryCaps;
  topics: ReadonlyMap<string, Topic>;
  silenceDays: number;
  /** Messages closer than this belong to one interaction, ms; 0: each counts. */
  sessionGap: number;
  /** The staff member behind an agent id of a channel, where the people file knows them. */
  person: (channel: string, agentId: string) => { id: string; name: string } | undefined;
}
