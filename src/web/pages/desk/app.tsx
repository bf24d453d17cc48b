import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryAnswer, TagAnswer } from '../../../domain/answers.ts';
import { type Ask, createAsk, Refused } from '../parts/ask.ts';
import { AgentWindow } from '../parts/desk/agent-window.tsx';
import type { Drawn } from '../parts/desk/drawn.ts';
import { DrawnAnswer } from '../parts/desk/drawn-answer.tsx';
import { useTalk } from '../parts/desk/use-talk.ts';
import { type Entered, Entry } from '../parts/entry.tsx';
import { Fault } from '../parts/section.tsx';
import { listenDesk } from './listen-desk.ts';
import { WORDS } from './words.ts';

interface Shown {
  id: string;
  name: string | null;
  waiting: boolean;
}

/** Visitors of the web chat, the talk with one of them, and their sidebar. */
const Desk = ({ me, lang, ask, loaded: library, switchLang }: Entered<LibraryAnswer>) => {
  const words = WORDS[lang];
  const asks = useMemo(() => ({ api: ask, desk: createAsk(lang, '/desk') }), [ask, lang]);
  const [talks, setTalks] = useState<Shown[] | null>(null);
  const [customer, setCustomer] = useState<string | null>(null);
  const [told, setTold] = useState<Drawn | null>(null);
  const talk = useTalk(asks, customer);
  const { desk } = asks;
  const [fault, setFault] = useState<Refused | null>(null);
  const look = useCallback(async () => {
    try {
      setTalks((await desk.get<{ talks: Shown[] }>('/talks')).talks);
      setFault(null);
    } catch (error) {
      setFault(error instanceof Refused ? error : new Refused(0, String(error)));
    }
  }, [desk]);
  useEffect(() => listenDesk({ wrote: () => void look(), told: setTold }), [look]);
  useEffect(() => {
    document.title = words.title;
  }, [words]);
  const english = (id: string) => library?.nodes.find((node) => node.id === id)?.en;
  const nameOf = ({ id, name }: TagAnswer): string => (lang === 'en' ? english(id) : undefined) ?? name;
  const chosen = talks?.find(({ id }) => id === customer);
  return (
    <div class="desk">
      <header>
        <h1>{words.title}</h1>
        <p class="sub" role="status">
          <span class={talk.connected ? 'state' : 'state off'} aria-hidden="true" />
          {talk.connected ? words.live : words.offline}
        </p>
        <button type="button" aria-label={words.langName} onClick={switchLang}>
          {words.lang}
        </button>
      </header>
      {told && (
        <div class="told" role="alert">
          <DrawnAnswer
            answered={{ id: 'told', after: null, words: '', drawn: { ...told, sections: told.sections.map(bare) } }}
            label={words.told}
            press={() => undefined}
          />
          <button type="button" onClick={() => setTold(null)}>
            {words.close}
          </button>
        </div>
      )}
      <main>
        <nav aria-label={words.talks}>
          {fault && <Fault fault={fault} view={{ words }} retry={() => void look()} />}
          {talks?.length === 0 && <p class="sub">{words.none}</p>}
          <ul>
            {(talks ?? []).map(({ id, name, waiting }) => (
              <li key={id}>
                <button type="button" aria-pressed={id === customer} onClick={() => setCustomer(id)}>
                  {name ?? id} {waiting && <span class="waiting">{words.waiting}</span>}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <section class="chat" aria-label={words.agent}>
          <AgentWindow
            key={customer ?? ''}
            {...{ customer, talk, asks, lang, words, nameOf, zone: me.zone, empty: words.choose }}
            name={chosen?.name ?? customer ?? ''}
          />
        </section>
        <section class="side" aria-label={words.sidebar}>
          {customer !== null && (
            <iframe
              key={`${customer} ${lang}`}
              class="beside"
              title={words.sidebar}
              src={`/sidebar?customer=${encodeURIComponent(customer)}&lang=${lang}`}
            />
          )}
        </section>
      </main>
    </div>
  );
};

/** What is told is read; what to do about it is done in the talk. */
const bare = ({ heading, rows }: Drawn['sections'][number]) => ({ heading, rows });

const load = (ask: Ask) => ask.get<LibraryAnswer>('/library');

export const App = () => <Entry load={load}>{(entered) => <Desk {...entered} />}</Entry>;
