import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryAnswer } from '../../../domain/answers.ts';
import { createApi, type Me, Refused } from './api.ts';
import { Customer } from './customer.tsx';
import { Finder } from './finder.tsx';
import { createView } from './view.ts';

const asked = (): string | null => new URLSearchParams(location.search).get('customer');
const usual = (): 'zh' | 'en' => (navigator.language.startsWith('zh') ? 'zh' : 'en');

/** The sidebar: who is signed in, whom it is about, in which language. */
export const App = () => {
  const [lang, setLang] = useState(usual);
  const [me, setMe] = useState<Me | null>(null);
  const [library, setLibrary] = useState<LibraryAnswer | null>(null);
  const [fault, setFault] = useState<Refused | null>(null);
  const [customer, setCustomer] = useState(asked);
  const api = useMemo(() => createApi(lang), [lang]);
  const view = useMemo(() => createView(lang, me?.zone ?? 'Asia/Shanghai', library), [lang, me, library]);

  const enter = useCallback(async () => {
    setFault(null);
    try {
      const found = await api.me();
      setMe(found);
      setLibrary(await api.library());
    } catch (error) {
      setFault(error instanceof Refused ? error : new Refused(0, String(error)));
    }
  }, [api]);
  useEffect(() => {
    void enter();
  }, [enter]);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  useEffect(() => {
    const turn = () => setCustomer(asked());
    window.addEventListener('popstate', turn);
    return () => window.removeEventListener('popstate', turn);
  }, []);
  const go = (id: string | null) => {
    history.pushState(null, '', id === null ? location.pathname : `?customer=${encodeURIComponent(id)}`);
    setCustomer(id);
  };

  if (fault) {
    const out = fault.status === 401;
    return (
      <main>
        <section class="card" role="alert">
          <h1>{view.words.title}</h1>
          <p>{out ? view.words.signIn : fault.status === 0 ? view.words.noAnswer : fault.message}</p>
          <p class="sub">{out ? view.words.signInHint : fault.status === 0 ? view.words.noAnswerHint : fault.hint}</p>
          <button type="button" onClick={() => void enter()}>
            {view.words.retry}
          </button>
        </section>
      </main>
    );
  }
  if (!me) return <main aria-busy="true" />;
  if (customer === null) return <Finder api={api} view={view} choose={go} />;
  return (
    <Customer
      key={customer}
      {...{ api, view, library }}
      id={customer}
      leave={go}
      switchLang={() => setLang(lang === 'zh' ? 'en' : 'zh')}
    />
  );
};
