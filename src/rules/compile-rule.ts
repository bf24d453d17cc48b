import { BOUGHT } from '../domain/product.ts';
import type { WrittenRule } from '../domain/rulebook.ts';
import { type Condition, never } from './condition.ts';
import type { Meaning } from './conditions/kind.ts';
import { type Family, familyIn } from './family.ts';
import { keptMeaning, type Reader } from './meaning.ts';
import { readCondition } from './read-condition.ts';
import type { Action, Rule, TaskPlan } from './rule.ts';
import { type Path, placed, RuleFault } from './rule-fault.ts';
import { type ActionForm, type EventRuleForm, type StateRuleForm, schemaFor, type TaskForm } from './rule-schema.ts';
import { sinceOf } from './since.ts';

export type RuleForm = StateRuleForm | EventRuleForm;

const NO_EVENT =
  'Use data, channel, time_of_day and weekday under on: and if: only: while: is about the customer, not one event.';
const TASK_SINCE = 'Add since: and a date: tasks are made for events from then on, not for long past ones.';

const ALWAYS: Condition = { holds: () => true, turnsAt: never, reads: [], negates: [], needs: null };

const taskPlan = ({ title, to, due, per }: TaskForm): TaskPlan => ({ title, to, due, perQuote: per === 'quote' });

/** One tag, or every tag of the catalogue that an event speaks of. */
const readAdd = (word: string, meaning: Meaning): Action => {
  const of = familyIn(word, meaning);
  return of === null ? { do: 'add', tag: meaning.ownTag(word) } : { do: 'add_members', of };
};

const readAction = (form: ActionForm, path: Path, meaning: Meaning): Action => {
  const { ownTag, stage } = meaning;
  if ('add' in form) return placed([...path, 'add'], () => readAdd(form.add, meaning));
  if ('remove' in form) return { do: 'remove', tag: placed([...path, 'remove'], () => ownTag(form.remove)) };
  if ('stage' in form) return { do: 'stage', to: placed([...path, 'stage'], () => stage(form.stage)), back: form.back };
  if ('task' in form) return { do: 'task', task: taskPlan(form.task) };
  return 'notify' in form ? { do: 'notify', note: form.notify } : { do: 'webhook', webhook: form.webhook };
};

const triggerOf = ({ on }: EventRuleForm, meaning: Meaning) =>
  'event' in on
    ? on
    : {
        tagged: on.tagged.flatMap((word, place) =>
          placed(['on', 'tagged', place], () => [...meaning.tree.descendants(meaning.tag(word))]),
        ),
      };

/** What a rule about the tag of each model has for one tag. */
const ofModels = ({ task }: StateRuleForm, family: Family) => {
  if (family !== 'model') throw new RuleFault(['tag'], 'Write 已购-<model>: 兴趣-<product> goes with on: and do: only.');
  if (task) throw new RuleFault(['task'], 'Take the task out: this rule has many tags.');
  return { tag: BOUGHT, each: family, task: null };
};

const refuseBought = ({ reads }: Condition, field: 'while' | 'if'): void => {
  if (reads.includes('purchases')) throw new RuleFault([field], 'Write tag: 已购-<model> beside bought: <model>.');
};

/** A rule's form as it was checked, and as it stands in its file. */
export interface ReadForm {
  form: RuleForm;
  raw: Record<string, unknown>;
  file: string;
}

/**
 * Turns a checked form into a rule.
 * @throws RuleFault with the place in it and what to do.
 */
export const compileRule = ({ form, raw, file }: ReadForm, meaning: Meaning): Rule => {
  const { id, name = id, version, mode } = form;
  const common = (condition: Condition) => ({
    ...{ id, name, version: String(version), mode, condition },
    written: { id, form: raw, means: meaning.means(), file },
  });
  if ('while' in form) {
    const condition = readCondition(form.while, ['while'], meaning);
    if (condition.reads.includes('event')) throw new RuleFault(['while'], NO_EVENT);
    const family = placed(['tag'], () => familyIn(form.tag, meaning));
    if (family !== null) return { kind: 'state', ...common(condition), ...ofModels(form, family) };
    refuseBought(condition, 'while');
    const tag = placed(['tag'], () => meaning.ownTag(form.tag));
    return { kind: 'state', ...common(condition), tag, task: form.task ? taskPlan(form.task) : null };
  }
  const on = triggerOf(form, meaning);
  const condition = form.if === undefined ? ALWAYS : readCondition(form.if, ['if'], meaning);
  refuseBought(condition, 'if');
  const actions = form.do.map((one, place) => readAction(one, ['do', place], meaning));
  const since = form.since === undefined ? null : sinceOf(form.since, meaning.zone);
  if (since === null && actions.some((action) => action.do === 'task')) throw new RuleFault(['since'], TASK_SINCE);
  return { kind: 'event', ...common(condition), on, since, actions };
};

/** A rule of the book in force again; null for one whose form this release no longer knows. */
export const recompileRule = (written: WrittenRule, reader: Reader): Rule | null => {
  const parsed = schemaFor(written.form).safeParse(written.form);
  if (!parsed.success) return null;
  try {
    return compileRule({ form: parsed.data, raw: written.form, file: written.file }, keptMeaning(written, reader));
  } catch (error) {
    if (error instanceof RuleFault) return null;
    throw error;
  }
};
