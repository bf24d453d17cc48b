import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryAnswer, TagAnswer } from '../../../domain/answers.ts';
import { createAsk } from '../parts/ask.ts';
import { AgentWindow } from '../parts/desk/agent-window.tsx';
import { useTalk } from '../parts/desk/use-talk.ts';
import type { Entered } from '../parts/entry.tsx';
import { CustomerWindow } from './customer-window.tsx';
import { newcomer, type Player, playerOf, type Shown } from './player.ts';
import { PlayerPicker } from './player-picker.tsx';
import { Step } from './step.tsx';
import { Tabs, type Window } from './tabs.tsx';
import { WORDS, type Words } from './words.ts';

export interface Loaded {
  library: LibraryAnswer;
  cast: Shown[];
  talks: Shown[];
}

const Beside = ({ customer, lang, words }: { customer: string | null; lang: 'zh' | 'en'; words: Words }) =>
  customer === null ? (
    <div class="waits">
      <Step number={3} title={words.sidebarTitle} text={words.sidebarHint} />
    </div>
  ) : (
    <iframe
      key={`${customer} ${lang}`}
      class="beside"
      title={words.sidebar}
      src={`/sidebar?customer=${encodeURIComponent(customer)}&lang=${lang}`}
    />
  );

/** The demo: a customer whom the operator plays, the agent who answers, and the sidebar of that customer, which is the real one. */
export const Stage = ({ me, lang, ask, loaded, switchLang }: Entered<Loaded>) => {
  const words = WORDS[lang];
  const [made, setMade] = useState<Player[]>(() => [newcomer(words.newcomer)]);
  const [key, setKey] = useState(made[0]?.key ?? '');
  const [shown, setShown] = useState<Window>('customer');
  const asks = useMemo(() => ({ api: ask, desk: createAsk(lang, '/desk') }), [ask, lang]);
  const stage = useMemo(() => createAsk(lang, '/demo'), [lang]);
  const players = useMemo(
    () => [
      ...made,
      ...(loaded?.cast ?? []).filter(({ id }) => !made.some(({ customer }) => customer === id)).map((one) => playerOf(one, true)),
      ...(loaded?.talks ?? []).map((one) => playerOf(one, false)),
    ],
    [made, loaded],
  );
  const player = players.find((one) => one.key === key) ?? (players[0] as Player);
  const { customer } = player;
  const talk = useTalk(asks, customer);
  useEffect(() => {
    document.title = words.title;
  }, [words]);

  const english = useMemo(
    () => new Map((loaded?.library.nodes ?? []).flatMap((node) => (node.en === undefined ? [] : [[node.id, node.en]]))),
    [loaded],
  );
  const nameOf = ({ id, name }: TagAnswer): string => (lang === 'en' ? english.get(id) : undefined) ?? name;
  const met = (id: string) => setMade((before) => before.map((one) => (one.key === key ? { ...one, customer: id } : one)));
  const again = () => {
    const name = `${words.newcomer} ${made.length + 1}`;
    const one = newcomer(name);
    setMade([one, ...made]);
    setKey(one.key);
  };
  const count = (talk.tags?.tags.length ?? 0) + (talk.tags?.suggested.length ?? 0);
  const labels = {
    customer: words.customer,
    agent: words.agent,
    tags: count === 0 ? words.tags : `${words.tags} ${count}`,
  };
  return (
    <div class="stage" data-shown={shown}>
      <header>
        <div class="who">
          <h1>{words.title}</h1>
          <p class="sub what">{words.what}</p>
        </div>
        <nav class="row">
          <a href="/chat" target="_blank" rel="noreferrer">
            {words.widget}
          </a>
          <a
            href={customer === null ? '/sidebar' : `/sidebar?customer=${encodeURIComponent(customer)}`}
            target="_blank"
            rel="noreferrer"
          >
            {words.openSidebar}
          </a>
          <a href="/console" target="_blank" rel="noreferrer">
            {words.console}
          </a>
        </nav>
        <button type="button" aria-label={words.langName} onClick={switchLang}>
          {words.lang}
        </button>
      </header>
      <main>
        <Tabs shown={shown} labels={labels} show={setShown} />
        <div class="windows">
          <section class="chat" id="window-customer" aria-label={words.customer}>
            <header>
              <h2>{words.customer}</h2>
              <PlayerPicker {...{ players, player, words, again }} choose={({ key: chosen }) => setKey(chosen)} />
            </header>
            <CustomerWindow key={player.key} {...{ player, talk, lang, words, met }} zone={me.zone} ask={stage} />
          </section>
          <section class="chat" id="window-agent" aria-label={words.agent}>
            <header>
              <h2>{words.agent}</h2>
              <p class="sub" role="status">
                <span class={talk.connected ? 'state' : 'state off'} aria-hidden="true" />
                {talk.connected ? words.live : words.offline}
              </p>
            </header>
            <AgentWindow
              key={player.key}
              {...{ customer, talk, asks, lang, words, nameOf, name: player.name, zone: me.zone }}
              empty={<Step number={2} title={words.nobodyTitle} text={words.nobodyYet} />}
            />
          </section>
          <section class="tags-window" id="window-tags" aria-label={words.tags}>
            <Beside customer={customer} lang={lang} words={words} />
          </section>
        </div>
      </main>
    </div>
  );
};
