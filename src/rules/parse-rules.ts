import { nearWord } from '../domain/near-word.ts';
import { readYaml } from '../domain/read-yaml.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Problem } from '../errors.ts';
import { type Condition, never } from './condition.ts';
import type { Meaning } from './conditions/kind.ts';
import { ConditionFault, readCondition } from './read-condition.ts';
import type { Action, Rule, TaskPlan } from './rule.ts';
import { type ActionForm, type EventRuleForm, ruleFields, type StateRuleForm, schemaFor, type TaskForm } from './rule-schema.ts';

type Path = readonly PropertyKey[];

const ALWAYS: Condition = { holds: () => true, turnsAt: never, reads: [], negates: [], needs: null };

const fieldName = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/** The id of the tag that a word of a rule means, or a sentence with the nearest right word. */
const meaningIn = (tree: TagTree): Meaning => ({
  tree,
  tag: (word) => {
    const found = tree.resolve(word);
    if (found.kind === 'one') return found.id;
    const ids = found.kind === 'ambiguous' ? found.ids : found.near;
    const labels = ids.map((id) => tree.label(id)).join(', ');
    throw new Error(
      labels === ''
        ? 'Use a tag of the library, or add it there.'
        : found.kind === 'ambiguous'
          ? `Say which one: ${labels}.`
          : `Use a tag of the library, like ${labels}.`,
    );
  },
});

const taskPlan = ({ title, to, due, per }: TaskForm): TaskPlan => ({ title, to, due, perQuote: per === 'quote' });

const fault = <T>(path: Path, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof ConditionFault || !(error instanceof Error)) throw error;
    throw new ConditionFault(path, error.message);
  }
};

const readAction = (form: ActionForm, path: Path, { tag }: Meaning): Action => {
  if ('add' in form) return { do: 'add', tag: fault([...path, 'add'], () => tag(form.add)) };
  if ('remove' in form) return { do: 'remove', tag: fault([...path, 'remove'], () => tag(form.remove)) };
  if ('stage' in form) return { do: 'stage', to: fault([...path, 'stage'], () => tag(form.stage)), back: form.back };
  return { do: 'task', task: taskPlan(form.task) };
};

const readRule = (form: StateRuleForm | EventRuleForm, path: Path, meaning: Meaning): Rule => {
  const { id, name = id, version } = form;
  const common = { id, name, version: String(version) };
  if ('while' in form) {
    const condition = readCondition(form.while, [...path, 'while'], meaning);
    if (condition.reads.includes('event'))
      throw new ConditionFault(
        [...path, 'while'],
        'Use data and channel under on: and if: only: while: is about the customer, not one event.',
      );
    const tag = fault([...path, 'tag'], () => meaning.tag(form.tag));
    return { kind: 'state', ...common, condition, tag, task: form.task ? taskPlan(form.task) : null };
  }
  const on =
    'event' in form.on
      ? form.on
      : {
          tagged: form.on.tagged.flatMap((word, place) =>
            fault([...path, 'on', 'tagged', place], () => [...meaning.tree.descendants(meaning.tag(word))]),
          ),
        };
  const condition = form.if === undefined ? ALWAYS : readCondition(form.if, [...path, 'if'], meaning);
  return {
    kind: 'event',
    ...common,
    on,
    condition,
    actions: form.do.map((one, place) => readAction(one, [...path, 'do', place], meaning)),
  };
};

const issueProblem = (
  issue: { code?: string; path: PropertyKey[]; message: string; keys?: string[] },
  value: unknown,
): { path: Path; message: string } => {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys ?? [];
    const near = nearWord(key, ruleFields(value));
    return {
      path: [...issue.path, key],
      message: near === null ? 'Take out the field that a rule does not have.' : `Did you mean ${near}?`,
    };
  }
  return { path: issue.path, message: issue.message.startsWith('Invalid') ? 'Write something else here.' : issue.message };
};

/** One rule, or what is wrong with it, each with its place in the rule. */
const readForm = (form: unknown, meaning: Meaning): { rule: Rule | null } | { path: Path; message: string }[] => {
  const parsed = schemaFor(form).safeParse(form);
  if (!parsed.success) return parsed.error.issues.map((issue) => issueProblem(issue as never, form));
  try {
    const rule = readRule(parsed.data, [], meaning);
    return { rule: parsed.data.mode === 'on' ? rule : null };
  } catch (error) {
    if (!(error instanceof ConditionFault)) throw error;
    return [{ path: error.path, message: error.message }];
  }
};

/** Reads the text of one rule file: a list of rules, or one rule. Gives those that are on, or everything that is wrong with them. */
export const parseRules = ({ file, text, tree }: { file: string; text: string; tree: TagTree }): Rule[] | Problem[] => {
  const read = readYaml({ text, file });
  if (Array.isArray(read)) return read;
  const { value, lineOf } = read;
  const listed = Array.isArray(value);
  const rules: Rule[] = [];
  const problems: Problem[] = [];
  const meaning = meaningIn(tree);
  for (const [place, form] of (listed ? value : [value]).entries()) {
    const found = readForm(form, meaning);
    if (!Array.isArray(found)) rules.push(...(found.rule ? [found.rule] : []));
    else {
      const whole = (path: Path): Path => (listed ? [place, ...path] : path);
      problems.push(
        ...found.map(({ path, message }) => ({ file, line: lineOf(whole(path)), field: fieldName(whole(path)), message })),
      );
    }
  }
  return problems.length > 0 ? problems : rules;
};
