import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FindAnswer } from '../../../domain/answers.ts';
import { Refused } from '../parts/ask.ts';
import type { Api } from './api.ts';
import { NoChat } from './no-chat.ts';
import type { WhyNobody } from './use-wecom.ts';
import type { View } from './view.ts';

/** Before what was typed is looked for, ms. */
const PAUSE = 200;

/** Finds a customer by the beginning of a name, alias or id, where no chat says who it is about. */
export const Finder = ({
  api,
  view,
  why,
  choose,
}: {
  api: Api;
  view: View;
  /** Why WeCom does not say whom it is about. */
  why: WhyNobody | null;
  choose: (id: string) => void;
}) => {
  const [word, setWord] = useState('');
  const [found, setFound] = useState<FindAnswer['customers'] | null>(null);
  const [fault, setFault] = useState<Refused | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (word.trim() === '') {
      setFound(null);
      return undefined;
    }
    const own = new AbortController();
    const timer = window.setTimeout(async () => {
      try {
        const { customers } = await api.find(word, own.signal);
        if (own.signal.aborted) return;
        setFound(customers);
        setFault(null);
      } catch (error) {
        if (!own.signal.aborted) setFault(error instanceof Refused ? error : new Refused(0, String(error)));
      }
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      own.abort();
    };
  }, [api, word]);
  return (
    <main>
      <section class="card">
        <h1>{view.words.find}</h1>
        {why && (
          <div role="status">
            <p>{why instanceof NoChat ? view.words.noChat[why.why] : why.message || view.words.noAnswer}</p>
            {why instanceof Refused && <p class="sub">{why.hint}</p>}
          </div>
        )}
        <input
          ref={input}
          type="search"
          aria-label={view.words.findHint}
          placeholder={view.words.findHint}
          value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
        {fault && <p role="alert">{fault.message || view.words.noAnswer}</p>}
        {found?.length === 0 && <p class="sub">{view.words.nobody}</p>}
        <ul class="found">
          {(found ?? []).map(({ id, name }) => (
            <li key={id}>
              <button type="button" onClick={() => choose(id)}>
                {name ?? id} <span class="sub">{id}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
};
