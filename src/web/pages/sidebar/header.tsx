import type { TagsAnswer } from '../../../domain/answers.ts';
import type { View } from './view.ts';

/** Who the customer is, whose, and whether what is shown is of this moment. */
export const Header = ({
  name,
  doc,
  connected,
  view,
  leave,
  switchLang,
}: {
  name: string;
  doc: TagsAnswer | null;
  connected: boolean;
  view: View;
  leave: () => void;
  switchLang: () => void;
}) => {
  const { words } = view;
  return (
    <header>
      <div class="avatar" aria-hidden="true">
        {[...name][0]}
      </div>
      <div class="who">
        <h1>{name}</h1>
        <p class="sub">
          <span class={connected ? 'state' : 'state off'} aria-hidden="true" />
          {connected ? words.live : words.offline}
          {' · '}
          {doc?.owner ? words.owner(doc.owner) : words.nobodyOwns}
          {!connected && doc && ` · ${words.stale(view.time(doc.asOf))}`}
        </p>
      </div>
      <button type="button" class="plain" onClick={leave}>
        {words.other}
      </button>
      <button type="button" aria-label={words.langName} onClick={switchLang}>
        {words.lang}
      </button>
    </header>
  );
};
