import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Said, Unsent } from './said.ts';
import type { ChatWords } from './words.ts';

/** How near to the end somebody must be to be taken along by what is new, pixels. */
const NEAR = 80;

interface TalkView {
  /** Whose side of the talk this is. */
  me: 'customer' | 'agent';
  messages: readonly Said[];
  unsent: readonly Unsent[];
  words: ChatWords;
  lang: 'zh' | 'en';
  /** Whose time is shown; absent: the browser's. */
  zone?: string | undefined;
  drop: (id: string) => void;
  /** Takes a message of mine back; absent: that cannot be done here. */
  back?: ((id: string) => void) | undefined;
  /** The words of a message, where more than letters is shown. */
  drawn?: (said: Said & { text: string }) => ComponentChildren;
  /** What stands below a message, and behind it at the full width. */
  below?: (id: string) => ComponentChildren;
  behind?: (id: string) => ComponentChildren;
  /** What stands where nothing was said yet, and at the end. */
  empty: ComponentChildren;
  end?: ComponentChildren;
}

const timeOf = (at: number, { lang, zone }: Pick<TalkView, 'lang' | 'zone'>): string => {
  const locale = lang === 'zh' ? 'zh-CN' : 'en';
  const place = zone === undefined ? {} : { timeZone: zone };
  const day = { ...place, month: '2-digit', day: '2-digit' } as const;
  const dayOf = (moment: number) => new Intl.DateTimeFormat(locale, day).format(moment);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const shown = dayOf(at) === dayOf(Date.now()) ? { ...place, ...time } : { ...day, ...time };
  return new Intl.DateTimeFormat(locale, shown).format(at);
};

const Message = ({ said, view, last }: { said: Said; view: TalkView; last: boolean }) => {
  const { me, words, back, drawn, below, behind } = view;
  const mine = said.from === me;
  const { text } = said;
  const more = behind?.(said.id);
  return (
    <>
      <li class={mine ? 'said mine' : 'said'}>
        {!mine && said.name && <span class="sub">{said.name}</span>}
        <p class={text === null ? 'bubble gone' : 'bubble'} dir="auto">
          {text === null ? words.taken : drawn ? drawn({ ...said, text }) : text}
        </p>
        <p class="foot">
          <time dateTime={new Date(said.at).toISOString()}>{timeOf(said.at, view)}</time>
          {mine && last && text !== null && <span class="sub"> {words.sent}</span>}
          {mine && text !== null && back && (
            <button type="button" class="plain" aria-label={words.backName(text)} onClick={() => back(said.id)}>
              {words.back}
            </button>
          )}
        </p>
        {below?.(said.id)}
      </li>
      {more && <li class="behind">{more}</li>}
    </>
  );
};

const Waiting = ({ one, stuck, words, drop }: { one: Unsent; stuck: boolean; words: ChatWords; drop: (id: string) => void }) => (
  <li class="said mine unsent">
    <p class="bubble" dir="auto">
      {one.text}
    </p>
    <p class="foot sub">
      {one.reason !== null ? words.refused(one.reason) : stuck ? words.waits : words.sending}
      {one.reason !== null && (
        <button type="button" class="plain" onClick={() => drop(one.id)}>
          {words.forget}
        </button>
      )}
    </p>
  </li>
);

/** A talk, oldest first: what was said, and below it what is still on its way. Words of strangers are text and nothing else. */
export const Talk = (view: TalkView) => {
  const { messages, unsent, words, drop, empty, end } = view;
  const frame = useRef<HTMLDivElement>(null);
  const near = useRef(true);
  // After every drawing: whatever makes the list longer, whoever is at its end stays there.
  useLayoutEffect(() => {
    if (frame.current && near.current) frame.current.scrollTop = frame.current.scrollHeight;
  });
  // What the bot tells of may come before its answer that it has it.
  const waiting = unsent.filter(({ id }) => !messages.some((said) => said.id === id));
  const stuck = waiting.some(({ tried, reason }) => tried && reason === null);
  return (
    <div
      class="talk"
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by the keyboard
      tabIndex={0}
      role="log"
      aria-label={words.talk}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        near.current = scrollHeight - scrollTop - clientHeight < NEAR;
      }}
    >
      {messages.length + waiting.length === 0 && <div class="none">{empty}</div>}
      <ol>
        {messages.map((said, place) => (
          <Message key={said.id} said={said} view={view} last={place === messages.length - 1} />
        ))}
        {waiting.map((one) => (
          <Waiting key={one.id} one={one} stuck={stuck} words={words} drop={drop} />
        ))}
      </ol>
      {end}
    </div>
  );
};
