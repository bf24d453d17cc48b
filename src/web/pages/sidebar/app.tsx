import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ChoicesAnswer } from '../../../domain/choices-answer.ts';
import type { Ask } from '../parts/ask.ts';
import { type Entered, Entry } from '../parts/entry.tsx';
import { createApi } from './api.ts';
import { Customer } from './customer.tsx';
import { Finder } from './finder.tsx';
import { useWecom } from './use-wecom.ts';
import { createView } from './view.ts';

const asked = (): string | null => new URLSearchParams(location.search).get('customer');

/** Whom it is about: as the address says. */
const About = ({ me, lang, ask, loaded: choices, switchLang }: Entered<ChoicesAnswer>) => {
  const [customer, setCustomer] = useState(asked);
  const api = useMemo(() => createApi(ask), [ask]);
  const view = useMemo(() => createView(lang, me.zone, choices), [lang, me, choices]);
  useEffect(() => {
    const turn = () => setCustomer(asked());
    window.addEventListener('popstate', turn);
    return () => window.removeEventListener('popstate', turn);
  }, []);
  const go = (id: string | null) => {
    history.pushState(null, '', id === null ? location.pathname : `?customer=${encodeURIComponent(id)}`);
    setCustomer(id);
  };
  const why = useWecom(ask, customer === null, go);
  if (customer === null) return <Finder {...{ api, view, why }} choose={go} />;
  return <Customer key={customer} {...{ api, view, choices, switchLang }} id={customer} leave={go} />;
};

const choices = (ask: Ask) => ask.get<ChoicesAnswer>('/tags/choices');

/** The sidebar: who is signed in, whom it is about, in which language. */
export const App = () => <Entry load={choices}>{(entered) => <About {...entered} />}</Entry>;
