import type {
  AuditAnswer,
  ChangedAnswer,
  CustomerAnswer,
  FindAnswer,
  HelpAnswer,
  LeadsAnswer,
  LibraryAnswer,
  OneRuleAnswer,
  QuoteAnswer,
  RuleAnswer,
  Seen,
  SegmentAnswer,
  SegmentsAnswer,
  TagsAnswer,
  TasksAnswer,
  WhyAnswer,
} from './answers.ts';
import type { AskedAnswer, BatchAnswer, LibraryChangedAnswer } from './asked.ts';
import type { CompletenessAnswer, DuplicatesAnswer } from './customer-reports.ts';
import type { HandbookEntry } from './handbook.ts';
import type { KeywordsAnswer, LearnAnswer, LearnHistoryAnswer, LearntAnswer, UnsureMessagesAnswer } from './learn-answers.ts';
import type { MaterialAnswer } from './material.ts';
import type { ProductsAnswer } from './product-answers.ts';
import type { ReviewAnswer } from './review.ts';
import type { CardAnswer, DigestAnswer, MorningAnswer, NoticeAnswer } from './told.ts';
import type { HitsAnswer, TagUsageAnswer, UsageAnswer } from './usage.ts';
import type { WebhooksAnswer } from './webhook.ts';

/** What a command answers, for whichever channel: every channel renders these its own way. */
export type Reply =
  | { kind: 'tags'; doc: TagsAnswer }
  | { kind: 'changed'; doc: ChangedAnswer }
  | { kind: 'why'; doc: WhyAnswer }
  | { kind: 'segment'; doc: SegmentAnswer }
  | { kind: 'segments'; doc: SegmentsAnswer }
  | { kind: 'found'; doc: FindAnswer }
  | { kind: 'customer'; doc: CustomerAnswer }
  /** Whether everybody in this conversation who is not in the people file is a customer. */
  | { kind: 'room'; doc: { customers: boolean } }
  | { kind: 'duplicates'; doc: DuplicatesAnswer }
  | { kind: 'completeness'; doc: CompletenessAnswer }
  | { kind: 'audit'; doc: AuditAnswer }
  | { kind: 'library'; doc: LibraryAnswer }
  | { kind: 'rules'; doc: { rules: RuleAnswer[] } }
  | { kind: 'rule'; doc: OneRuleAnswer }
  | { kind: 'hits'; doc: HitsAnswer }
  | { kind: 'usage'; doc: UsageAnswer }
  | { kind: 'tag_usage'; doc: TagUsageAnswer }
  | { kind: 'quotes'; doc: { asOf: string; seen?: Seen; quotes: QuoteAnswer[] } }
  | { kind: 'tasks'; doc: TasksAnswer }
  | { kind: 'material'; doc: MaterialAnswer }
  | { kind: 'digest'; doc: DigestAnswer }
  | { kind: 'leads'; doc: LeadsAnswer }
  | { kind: 'review'; doc: ReviewAnswer }
  | { kind: 'learn'; doc: LearnAnswer }
  | { kind: 'learnt'; doc: LearntAnswer }
  | { kind: 'keywords'; doc: KeywordsAnswer }
  | { kind: 'unsure'; doc: UnsureMessagesAnswer }
  | { kind: 'learn_history'; doc: LearnHistoryAnswer }
  | { kind: 'morning'; doc: MorningAnswer }
  | { kind: 'briefing'; doc: { for: string; wanted: boolean; at: string } }
  | { kind: 'notice'; doc: NoticeAnswer }
  | { kind: 'card'; doc: CardAnswer }
  | { kind: 'products'; doc: ProductsAnswer }
  | { kind: 'exported'; doc: { file: string; version: number; text: string } }
  | { kind: 'library_changed'; doc: LibraryChangedAnswer }
  | { kind: 'batch'; doc: BatchAnswer }
  | { kind: 'asked'; doc: AskedAnswer; token: string }
  | { kind: 'handbook'; doc: { file: string; version: number; tags: number; text: string } }
  | { kind: 'handbook_entry'; doc: HandbookEntry }
  | { kind: 'imported'; doc: { added: string[]; renamed: string[]; changed: string[]; version: number } }
  | { kind: 'webhooks'; doc: WebhooksAnswer }
  | { kind: 'help'; doc: HelpAnswer };
