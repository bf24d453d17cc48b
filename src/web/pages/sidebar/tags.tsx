import { useId, useState } from 'preact/hooks';
import type { TagAnswer } from '../../../domain/answers.ts';
import { Evidence } from './evidence.tsx';
import type { View } from './view.ts';

/** Groups in the order in which their first tags come. */
const byGroup = (tags: readonly TagAnswer[]): [string, TagAnswer[]][] => {
  const groups = new Map<string, TagAnswer[]>();
  for (const tag of tags) groups.set(tag.group ?? '', [...(groups.get(tag.group ?? '') ?? []), tag]);
  return [...groups];
};

const Group = ({
  name,
  tags,
  view,
  remove,
}: {
  name: string;
  tags: TagAnswer[];
  view: View;
  remove: (tag: TagAnswer) => void;
}) => {
  const [open, setOpen] = useState<string | null>(null);
  const below = useId();
  const { words } = view;
  const shown = tags.find(({ id }) => id === open);
  return (
    <div class="group">
      <h3>{name || words.ungrouped}</h3>
      <ul class="tags">
        {tags.map((tag) => {
          const label = view.nameOf(tag.id, tag.name);
          return (
            <li key={tag.id} class="tag" style={{ '--tag': tag.colour }}>
              <span>{label}</span>
              <button
                type="button"
                class="whose"
                aria-expanded={open === tag.id}
                aria-controls={below}
                onClick={() => setOpen(open === tag.id ? null : tag.id)}
              >
                {open === tag.id ? words.hide : words.by[tag.by.kind]}
                <span class="unseen">
                  {' '}
                  {words.why} {label}
                </span>
              </button>
              <button type="button" class="remove" aria-label={`${words.remove} ${label}`} onClick={() => remove(tag)}>
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <div id={below}>{shown && <Evidence causes={shown.causes} view={view} />}</div>
    </div>
  );
};

/** What a customer carries, by group, each with who set it and why. */
export const Tags = ({ tags, view, remove }: { tags: readonly TagAnswer[]; view: View; remove: (tag: TagAnswer) => void }) => (
  <>
    {tags.length === 0 && <p class="sub">{view.words.noTags}</p>}
    {byGroup(tags).map(([group, own]) => (
      <Group key={group} name={view.groupName(group)} tags={own} view={view} remove={remove} />
    ))}
  </>
);
