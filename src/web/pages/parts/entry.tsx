import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { type Ask, createAsk, type Me, Refused } from './ask.ts';
import { Opening } from './opening.tsx';
import { COMMON, type Common } from './words.ts';

export interface Entered<T> {
  me: Me;
  lang: 'zh' | 'en';
  ask: Ask;
  /** What the page asks for first; null until it is there. */
  loaded: T | null;
  switchLang: () => void;
}

/** As the address says, where another page of ours shows this one; else as the browser does. */
export const usual = (): 'zh' | 'en' => {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
};

/** Why nobody gets in, and what to do. */
const Outside = ({ fault, words, retry }: { fault: Refused; words: Common; retry: () => void }) => {
  const out = fault.status === 401;
  return (
    <main>
      <section class="card" role="alert">
        <h1>{words.title}</h1>
        <p>{out ? words.signIn : fault.status === 0 ? words.noAnswer : fault.message}</p>
        <p class="sub">{out ? words.signInHint : fault.status === 0 ? words.noAnswerHint : fault.hint}</p>
        <button type="button" onClick={retry}>
          {words.retry}
        </button>
      </section>
    </main>
  );
};

/** The way into every page: who is signed in, which language they read, and what is said to whoever is not. */
export const Entry = <T,>({
  load,
  children,
}: {
  load: (ask: Ask) => Promise<T>;
  children: (entered: Entered<T>) => ComponentChildren;
}) => {
  const [lang, setLang] = useState(usual);
  const [me, setMe] = useState<Me | null>(null);
  const [loaded, setLoaded] = useState<T | null>(null);
  const [fault, setFault] = useState<Refused | null>(null);
  const ask = useMemo(() => createAsk(lang), [lang]);

  const enter = useCallback(async () => {
    setFault(null);
    try {
      setMe(await ask.get<Me>('/me'));
      setLoaded(await load(ask));
    } catch (error) {
      setFault(error instanceof Refused ? error : new Refused(0, String(error)));
    }
  }, [ask, load]);
  useEffect(() => {
    void enter();
  }, [enter]);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);

  if (fault) return <Outside fault={fault} words={COMMON[lang]} retry={() => void enter()} />;
  if (!me) return <Opening words={COMMON[lang]} />;
  return <>{children({ me, lang, ask, loaded, switchLang: () => setLang(lang === 'zh' ? 'en' : 'zh') })}</>;
};
