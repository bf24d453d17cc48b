import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryAnswer } from '../../../domain/answers.ts';
import type { Me } from '../parts/ask.ts';
import { Toast, useToast } from '../parts/toast.tsx';
import { Digest } from './digest/digest.tsx';
import { Help } from './help.tsx';
import { keysWanted, rememberKeys, useKeys } from './keys.ts';
import { Library } from './library/library.tsx';
import { hashOf, usePlace, VIEWS } from './place.ts';
import { Rules } from './rules/rules.tsx';
import { Segments } from './segments/segments.tsx';
import type { Asked } from './use-asked.ts';
import type { View } from './view.ts';

const search = (): void => document.querySelector<HTMLInputElement>('[data-search]')?.focus();

/** What stands around every view: where one is, who one is, and the keys. */
export const Shell = ({
  me,
  view,
  library,
  switchLang,
}: {
  me: Me;
  view: View;
  library: Asked<LibraryAnswer>;
  switchLang: () => void;
}) => {
  const [place, go] = usePlace();
  const [help, setHelp] = useState(false);
  const [keys, setKeys] = useState(keysWanted);
  const { toast, show } = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const helper = useRef<HTMLButtonElement>(null);
  const arrived = useRef(place.view);
  const { words } = view;

  // Before the new view is painted: whoever sees it may already press the next key.
  useLayoutEffect(() => {
    document.title = `${words.views[place.view]} · ${words.title}`;
    // Who comes by the keyboard goes on from the top of the new view.
    if (arrived.current !== place.view) heading.current?.focus();
    arrived.current = place.view;
  }, [place.view, words]);

  const shut = () => {
    setHelp(false);
    helper.current?.focus();
  };
  useKeys(
    {
      ...Object.fromEntries(VIEWS.map((name, at) => [String(at + 1), () => go({ view: name, of: '' })])),
      '/': search,
      '?': () => (help ? shut() : setHelp(true)),
    },
    keys,
  );
  const common = { view, of: place.of, tell: show };
  return (
    <>
      <header>
        <strong class="brand">{words.title}</strong>
        <nav aria-label={words.nav}>
          {VIEWS.map((name, at) => (
            <a key={name} href={hashOf({ view: name, of: '' })} aria-current={name === place.view ? 'page' : undefined}>
              {words.views[name]}{' '}
              <span class="key" aria-hidden="true">
                {at + 1}
              </span>
            </a>
          ))}
        </nav>
        <span class="sub me">
          {me.name} · {words.roles[me.role]}
        </span>
        <button type="button" class="plain" aria-label={words.langName} onClick={switchLang}>
          {words.lang}
        </button>
        <button type="button" class="plain" ref={helper} aria-expanded={help} onClick={() => setHelp(!help)}>
          <span aria-hidden="true">?</span>
          <span class="unseen">{words.keys}</span>
        </button>
      </header>
      <main>
        {help && (
          <Help
            view={view}
            on={keys}
            setOn={(on) => {
              setKeys(on);
              rememberKeys(on);
            }}
            close={shut}
          />
        )}
        <h1 ref={heading} tabIndex={-1}>
          {words.views[place.view]}
        </h1>
        {place.view === 'digest' && <Digest view={view} />}
        {place.view === 'library' && <Library {...common} library={library} go={(of) => go({ view: 'library', of })} />}
        {place.view === 'rules' && <Rules {...common} go={(of) => go({ view: 'rules', of })} />}
        {place.view === 'segments' && <Segments view={view} of={place.of} go={(of) => go({ view: 'segments', of })} />}
      </main>
      <Toast toast={toast} close={() => show(null)} />
    </>
  );
};
