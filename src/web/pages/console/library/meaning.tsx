import type { ComponentChildren } from 'preact';
import type { HandbookEntry } from '../../../../domain/handbook.ts';
import { hashOf } from '../place.ts';
import type { View } from '../view.ts';

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** What the handbook says of a tag or a group. */
export const Meaning = ({ entry, view }: { entry: HandbookEntry; view: View }) => {
  const { words } = view;
  const list = (texts: readonly string[]) => texts.join(view.lang === 'zh' ? '、' : ', ');
  return (
    <dl class="facts">
      {entry.path.length > 1 && <Fact name={words.path}>{entry.path.join(' › ')}</Fact>}
      <Fact name={words.definition}>{entry.definition ?? words.noDefinition}</Fact>
      {entry.note !== null && <Fact name={words.note}>{entry.note}</Fact>}
      {entry.aliases.length > 0 && <Fact name={words.aliases}>{list(entry.aliases)}</Fact>}
      <Fact name={words.whoMay}>
        {entry.roles === null ? words.everybody : list(entry.roles.map((role) => words.roles[role]))}
        {!entry.machine && ` · ${words.noMachine}`}
        {entry.onlyOneOf !== null && ` · ${words.onlyOneOf(entry.onlyOneOf)}`}
        {entry.ttlDays !== null && ` · ${words.ttl(entry.ttlDays)}`}
        {entry.archived && ` · ${words.archived}`}
      </Fact>
    </dl>
  );
};

/** As many of a tag's own examples, and of those of its packs. */
const SHOWN = 5;

/** What sets it: customers' words, and rules. */
export const Setting = ({ entry, view }: { entry: HandbookEntry; view: View }) => {
  const { words } = view;
  const said = entry.words.flatMap(({ phrases }) => phrases);
  const examples = [...entry.examples, ...entry.words.flatMap(({ examples: more }) => more)].slice(0, SHOWN);
  if (said.length + examples.length + entry.rules.length === 0) return null;
  return (
    <dl class="facts setting">
      {said.length > 0 && <Fact name={words.phrases}>{said.join(view.lang === 'zh' ? '、' : ', ')}</Fact>}
      {examples.length > 0 && (
        <Fact name={words.examples}>
          <ul class="examples">
            {examples.map((example) => (
              <li key={example}>
                <bdi>{example}</bdi>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {entry.rules.length > 0 && (
        <Fact name={words.views.rules}>
          <ul>
            {entry.rules.map(({ id, does, on }) => (
              <li key={id}>
                <a href={hashOf({ view: 'rules', of: `rule:${id}` })}>{does}</a> {!on && <small>{words.off}</small>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
};
