import { useState } from 'preact/hooks';
import type { MaterialAnswer, PieceAnswer } from '../../../domain/material.ts';
import { copyText } from './copy-text.ts';
import type { View } from './view.ts';

/** As many as are open at once. */
const OPEN = 3;

type Say = (toast: { text: string }) => void;

const Piece = ({ piece, view, say }: { piece: PieceAnswer; view: View; say: Say }) => {
  const { words } = view;
  /** Its words are shown, to be copied by hand. */
  const [open, setOpen] = useState(false);
  const { title, kind, text, url, when, lang } = piece;
  const copy = async (what: string) => {
    const copied = await copyText(what);
    if (!copied) setOpen(true);
    say({ text: copied ? words.copied(title) : words.notCopied });
  };
  return (
    <li class="piece" title={words.because(when)}>
      <div class="row">
        <span class="sub">{words.kinds[kind]}</span>
        <b class="grow">{title}</b>
        {url !== null && (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {words.open}
            <span class="unseen"> {title}</span>
          </a>
        )}
        <button type="button" onClick={() => void copy(text ?? url ?? '')}>
          {words.copy}
          <span class="unseen"> {title}</span>
        </button>
      </div>
      {text !== null && (
        <p lang={lang ?? undefined} class={open ? 'words whole' : 'words'}>
          {text}
        </p>
      )}
      {text !== null && text.length > SHORT && (
        <button type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.hide : words.whole}
          <span class="unseen"> {title}</span>
        </button>
      )}
    </li>
  );
};

/** What takes no more than two lines needs nothing to open it. */
const SHORT = 44;

/** The material that fits this customer, the most telling first: to copy or to open. */
export const Material = ({ doc, view, say }: { doc: MaterialAnswer; view: View; say: Say }) => {
  const [all, setAll] = useState(false);
  const { words } = view;
  const shown = all ? doc.material : doc.material.slice(0, OPEN);
  return (
    <>
      {doc.material.length === 0 && <p class="sub">{words.noMaterial}</p>}
      <ul>
        {shown.map((piece) => (
          <Piece key={piece.id} {...{ piece, view, say }} />
        ))}
      </ul>
      {shown.length < doc.material.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {words.more(doc.material.length - shown.length)}
        </button>
      )}
    </>
  );
};
