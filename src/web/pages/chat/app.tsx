import { useEffect, useState } from 'preact/hooks';
import { Composer } from '../parts/chat/composer.tsx';
import { Talk } from '../parts/chat/talk.tsx';
import { usual } from '../parts/entry.tsx';
import { useVisit } from './use-visit.ts';
import { WORDS } from './words.ts';

const NAME = 'tagwise-name';

const storedName = (): string => {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
};
const storeName = (name: string): void => {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // It is asked for again next time.
  }
};

/** The chat of a visitor. */
export const App = () => {
  const [lang, setLang] = useState(usual);
  const [name, setName] = useState(storedName);
  const words = WORDS[lang];
  const { messages, connected, forgotten, outbox, back } = useVisit(lang, name);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title;
  }, [lang, words]);
  const rename = (next: string) => {
    setName(next);
    storeName(next);
  };
  return (
    <main class="chat alone">
      <header>
        <div class="who">
          <h1>{words.title}</h1>
          <p class="sub">
            <span class={connected ? 'state' : 'state off'} aria-hidden="true" />
            {connected ? words.ready : words.offline}
          </p>
        </div>
        <button type="button" aria-label={words.langName} onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {words.lang}
        </button>
      </header>
      {forgotten && (
        <p class="notice" role="alert">
          {words.noCookie}{' '}
          <a href="/chat" target="_blank" rel="noreferrer">
            {words.openTab}
          </a>
        </p>
      )}
      <Talk
        me="customer"
        {...{ words, lang, messages: messages ?? [], unsent: outbox.unsent, drop: outbox.drop }}
        back={(id) => void back(id).catch(() => undefined)}
        empty={
          messages === null ? (
            <div class="bone" aria-busy="true" />
          ) : (
            <>
              <p>{words.hello}</p>
              <p>{words.helloMore}</p>
            </>
          )
        }
      />
      {messages?.length === 0 && outbox.unsent.length === 0 && (
        <div class="name">
          <input
            aria-label={words.name}
            placeholder={words.name}
            autocomplete="name"
            maxLength={40}
            value={name}
            onInput={(event) => rename(event.currentTarget.value)}
          />
        </div>
      )}
      <Composer label={words.write} words={words} send={outbox.add} />
    </main>
  );
};
