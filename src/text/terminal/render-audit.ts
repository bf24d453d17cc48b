import type { AuditAnswer } from '../../domain/answers.ts';
import { CAUSE_KINDS } from '../../domain/cause.ts';
import { MERGE } from '../../domain/change.ts';
import { titleWords } from '../cause-words.ts';
import type { Both } from '../lang.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { actorWords, labelWords, sourceWords, timeWords } from './words.ts';

type Entry = AuditAnswer['entries'][number];

const MOST = [16, 20, 24, 20, 28];

const ACTIONS: Record<string, Both> = {
  add: { zh: '加上', en: 'added' },
  remove: { zh: '去掉', en: 'removed' },
  suggest: { zh: '建议', en: 'suggested' },
  withdraw: { zh: '撤下建议', en: 'withdrew' },
  denied: { zh: '被拒绝', en: 'refused' },
  library: { zh: '改了标签库', en: 'changed the library' },
  field: { zh: '改了字段', en: 'set a field' },
  owner: { zh: '换了负责人', en: 'set the owner' },
  undo: { zh: '撤销了自己的一次改动', en: 'took a change back' },
  task: { zh: '新建任务', en: 'made a task' },
  task_done: { zh: '完成任务', en: 'did a task' },
  task_resolved: { zh: '任务自动关闭', en: 'closed a task' },
  task_snoozed: { zh: '推迟任务', en: 'put a task off' },
  rules: { zh: '开关规则', en: 'switched a rule' },
  learn: { zh: '改了学到的例句', en: 'changed what was learnt' },
  import: { zh: '导入了表格', en: 'imported a table' },
  export: { zh: '导出了客户', en: 'exported customers' },
  export_whole: { zh: '导出了完整电话邮箱', en: 'exported unmasked' },
  segment: { zh: '存或删了分群', en: 'saved or dropped a segment' },
  room: { zh: '定了一个群里谁是客户', en: 'said who is a customer in a conversation' },
  batch: { zh: '批量改动', en: 'changed many' },
  join: { zh: '合并客户', en: 'joined customers' },
  split: { zh: '拆分客户', en: 'split customers' },
};

/** Reasons of changes, and codes of refusals. */
const REASONS: Record<string, Both> = {
  expired: { zh: '到期', en: 'its time was over' },
  refused: { zh: '客户回绝了', en: 'the customer said no' },
  replaced: { zh: '被替换', en: 'replaced' },
  rejected: { zh: '人工否定了自动标签', en: 'a person turned it down' },
  ended: { zh: '条件不再成立', en: 'the condition no longer holds' },
  taken_back: { zh: '所依据的订单取消或全额退款了', en: 'an order that it rested on was cancelled or refunded in full' },
  recalled: { zh: '消息被撤回', en: 'a message was recalled' },
  history: { zh: '晚到、撤回或修改的消息', en: 'a late, recalled or edited message' },
  merged: { zh: '两位客户合并了', en: 'two customers became one' },
  library: { zh: '标签库改了', en: 'the tag library was changed' },
  rules: { zh: '规则或设置改了', en: 'rules or settings were changed' },
  undone: { zh: '撤销', en: 'undone' },
  tag_restricted: { zh: '受限标签', en: 'restricted tag' },
  replaces_restricted: { zh: '会替换受限标签', en: 'would replace a restricted tag' },
  viewer_changes_nothing: { zh: '只读角色', en: 'may only look' },
  nothing_to_undo: { zh: '要撤销别人的改动', en: 'tried to undo what others did' },
  undo_overtaken: { zh: '撤销时，受限标签已被别人改过', en: 'tried to undo across a restricted tag' },
  rules_managers_only: { zh: '只有主管可以开关规则', en: 'only managers may switch rules' },
  learn_managers_only: { zh: '只有主管可以决定学什么', en: 'only managers say what is learnt' },
  segment_of_others: { zh: '别人存的分群', en: "somebody else's segment" },
  audit_refused: { zh: '想看改动记录', en: 'asked for the audit' },
  join_restricted_tag: { zh: '合并会动到受限标签', en: 'would join across a restricted tag' },
  handover_managers_only: { zh: '只能交出自己的客户', en: 'may hand over only their own' },
  whole_contacts_managers_only: { zh: '只有主管可以导出完整的电话和邮箱', en: 'only managers may export whole contacts' },
  library_managers_only: { zh: '只有主管可以改标签库', en: 'only managers may change the library' },
};

const MACHINES: Record<string, Both> = {
  rule: { zh: '规则', en: 'rule' },
  pack: { zh: '关键词', en: 'keywords' },
  intent: { zh: '意图', en: 'intent' },
  prediction: { zh: '预测', en: 'prediction' },
  import: { zh: '导入', en: 'import' },
  [MERGE]: { zh: '合并', en: 'merge' },
};

const WORDS = {
  zh: {
    head: ['时间', '谁', '客户', '做了', '标签', '说明'],
    empty: '还没有任何改动。',
    own: '这里只有你自己的客户和你自己的改动；全部的请主管看。',
  },
  en: {
    head: ['Time', 'Who', 'Customer', 'Did', 'Tag', 'Note'],
    empty: 'Nothing has been changed yet.',
    own: 'Only your own customers and acts are shown here; a manager sees the team’s.',
  },
};

/** A machine's change says which rule or pack it was, as `kind:id`. */
const reasonWords = (reason: string | null, view: View): string => {
  if (reason === null) return '';
  const colon = reason.indexOf(':');
  const kind = CAUSE_KINDS.find((one) => one === reason.slice(0, Math.max(0, colon)));
  return kind
    ? sourceWords({ kind, id: reason.slice(colon + 1) }, view)
    : (REASONS[reason]?.[view.lang] ?? titleWords(reason, view.lang));
};

const cells = (entry: Entry, view: View): Cell[] => {
  const { lang } = view;
  return [
    { text: timeWords(entry.at, view), paint: paint(view.colour).dim },
    { text: MACHINES[entry.actor]?.[lang] ?? actorWords(entry.actor, view) },
    { text: printable(entry.customer ?? '') },
    { text: ACTIONS[entry.action]?.[lang] ?? printable(entry.action) },
    { text: entry.tag === null ? '' : labelWords(entry.tag, view) },
    { text: reasonWords(entry.reason, view) },
  ];
};

/** Who changed what and when, newest first; refusals are there too. */
export const renderAudit = (doc: AuditAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const own = doc.seen?.whose === 'own' ? [words.own] : [];
  if (doc.entries.length === 0) return [words.empty, ...own];
  const head = words.head.map((text): Cell => ({ text, paint: paint(view.colour).dim }));
  const rows = table([head, ...doc.entries.map((entry) => cells(entry, view))], { most: MOST });
  return [...rows, ...(own.length === 0 ? [] : ['', ...own])];
};
