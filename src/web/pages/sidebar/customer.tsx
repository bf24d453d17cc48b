import { useState } from 'preact/hooks';
import type { ChoicesAnswer } from '../../../domain/choices-answer.ts';
import { Refused } from '../parts/ask.ts';
import type { News } from '../parts/listen.ts';
import { Fault, Section } from '../parts/section.tsx';
import { Toast, useToast } from '../parts/toast.tsx';
import type { Api } from './api.ts';
import { createDeeds } from './create-deeds.ts';
import { Facts, Quotes } from './facts.tsx';
import { Header } from './header.tsx';
import { Help } from './help.tsx';
import { Material } from './material.tsx';
import { Picker } from './picker.tsx';
import { Stage } from './stage.tsx';
import { Tags } from './tags.tsx';
import { Tasks } from './tasks.tsx';
import { Timeline } from './timeline.tsx';
import { ToConfirm } from './to-confirm.tsx';
import { useCustomer } from './use-customer.ts';
import { useShortcuts } from './use-shortcuts.ts';
import type { View } from './view.ts';

const NO_STAGES: string[] = [];

/** One customer: to confirm first, then tags with their reasons, stage, tasks, quotes, facts and history; live. */
export const Customer = ({
  id,
  api,
  view,
  choices,
  leave,
  switchLang,
}: {
  id: string;
  api: Api;
  view: View;
  choices: ChoicesAnswer | null;
  leave: (to: string | null) => void;
  switchLang: () => void;
}) => {
  const { words } = view;
  const { toast, show: say } = useToast();
  const [picking, setPicking] = useState(false);
  const [help, setHelp] = useState(false);
  const news = ({ tags }: News) => {
    const [tag] = tags.filter(({ action }) => action === 'add' || action === 'remove');
    if (tag) say({ text: (tag.action === 'add' ? words.newTag : words.goneTag)(view.nameOf(tag.id, tag.name)) });
  };
  /** They became part of another customer: that one says so, and who it is. */
  const follow = () =>
    api.card(id, new AbortController().signal).catch((error: unknown) => leave(error instanceof Refused ? error.into : null));
  const screen = useCustomer(api, id, { news, gone: () => void follow() });
  const { parts, connected, askAgain } = screen;
  const deeds = createDeeds({ id, api, view, screen, say });

  const { tags, card, tasks, quotes, material, timeline } = parts;
  const decideFirst = (yes: boolean) => () => {
    const [first] = tags.value?.suggested ?? [];
    if (first) deeds.decide(first, yes);
    else say({ text: words.nothingToConfirm });
  };
  useShortcuts(
    help
      ? {}
      : {
          '/': () => setPicking(true),
          '?': () => setHelp(true),
          y: decideFirst(true),
          n: decideFirst(false),
          z: deeds.undo,
        },
  );

  const name = tags.value?.customer.name ?? card.value?.customer.name ?? id;
  if (tags.value === null && tags.fault && [401, 403, 404, 410].includes(tags.fault.status))
    return (
      <main>
        <section class="card">
          <h1>{words.title}</h1>
          <Fault fault={tags.fault} view={view} retry={() => leave(tags.fault?.into ?? null)} />
        </section>
      </main>
    );
  const stages = choices?.stages ?? NO_STAGES;
  const isStage = (tag: { id: string }) => stages.includes(tag.id);
  return (
    <>
      <Header {...{ name, connected, view, switchLang }} doc={tags.value} leave={() => leave(null)} />
      <main>
        {tags.value && <ToConfirm suggested={tags.value.suggested} view={view} decide={deeds.decide} />}
        <Section id="tags" title={words.tags} part={tags} view={view} retry={() => askAgain(['tags'])}>
          {(doc) => (
            <>
              <Tags tags={doc.tags.filter((tag) => !isStage(tag))} view={view} remove={deeds.remove} />
              {choices && (
                <Picker
                  {...{ choices, view }}
                  carried={new Set(doc.tags.map((tag) => tag.id))}
                  open={picking}
                  setOpen={setPicking}
                  add={deeds.add}
                />
              )}
            </>
          )}
        </Section>
        {tags.value && stages.length > 0 && (
          <Stage
            stages={stages}
            held={tags.value.tags.find(isStage)}
            view={view}
            set={(stage) => deeds.setStage(stage, stages)}
          />
        )}
        <Section id="tasks" title={words.tasks} part={tasks} view={view} retry={() => askAgain(['tasks'])}>
          {(list) => <Tasks tasks={list} view={view} {...deeds} />}
        </Section>
        <Section id="quotes" title={words.quotes} part={quotes} view={view} retry={() => askAgain(['quotes'])}>
          {(list) => (list.length === 0 ? <p class="sub">{words.noQuotes}</p> : <Quotes quotes={list} view={view} />)}
        </Section>
        {material.value?.of !== 0 && (
          <Section id="material" title={words.material} part={material} view={view} retry={() => askAgain(['material'])}>
            {(doc) => <Material doc={doc} view={view} say={say} />}
          </Section>
        )}
        <Section id="facts" title={words.facts} part={card} view={view} retry={() => askAgain(['card'])}>
          {(doc) => <Facts card={doc} view={view} />}
        </Section>
        <Section id="timeline" title={words.timeline} part={timeline} view={view} retry={() => askAgain(['timeline'])}>
          {({ items, next }) => <Timeline items={items} next={next} view={view} older={() => void screen.older()} />}
        </Section>
        <button type="button" class="plain keys" onClick={() => setHelp(true)}>
          {words.keys}
        </button>
      </main>
      {help && <Help view={view} close={() => setHelp(false)} />}
      <Toast toast={toast} close={() => say(null)} />
    </>
  );
};
