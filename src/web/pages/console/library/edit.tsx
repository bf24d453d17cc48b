import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HandbookEntry } from '../../../../domain/handbook.ts';
import { Refused } from '../../parts/ask.ts';
import type { Toasted } from '../../parts/toast.tsx';
import type { View } from '../view.ts';

type Change = { do: 'rename'; name: string } | { do: 'colour'; colour: string } | { do: 'archive' | 'restore' };

interface Question {
  change: Change;
  confirm: string;
  count: number;
  customers: { id: string; name: string | null }[];
}

type Answer = ({ applied: false } & Omit<Question, 'change'>) | { applied: true; changed: boolean; customers: number };

/** What is to be changed and whom it touches: nothing is done before the yes. */
const Sure = ({ question, view, yes, no }: { question: Question; view: View; yes: () => void; no: () => void }) => {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const { words } = view;
  const names = question.customers.map(({ id, name }) => name ?? id).join(view.lang === 'zh' ? '、' : ', ');
  return (
    <fieldset class="ask">
      <legend class="unseen">{words.edit}</legend>
      <p>
        {words.touches[question.change.do](view.number(question.count))}
        {names !== '' && <span class="sub"> {words.among(names)}</span>}
      </p>
      <div class="row">
        <button type="button" class="yes" ref={first} onClick={yes}>
          {words.doIt}
        </button>
        <button type="button" onClick={no}>
          {words.leaveIt}
        </button>
      </div>
    </fieldset>
  );
};

/** Renames, recolours and archives: first it says how many customers that touches, and afterwards one tap takes it back. */
export const Edit = ({
  entry,
  view,
  tell,
  done,
  top,
}: {
  entry: HandbookEntry;
  view: View;
  tell: (toast: Toasted) => void;
  done: () => void;
  /** Where whoever has answered goes on. */
  top: () => void;
}) => {
  const { words, ask } = view;
  const [name, setName] = useState(entry.name);
  const [colour, setColour] = useState(entry.colour);
  const [question, setQuestion] = useState<Question | null>(null);
  const [fault, setFault] = useState<Refused | null>(null);
  const trying = async (work: () => Promise<void>) => {
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(error instanceof Refused ? error : new Refused(0, String(error)));
    }
  };
  // By then another tag may be open: whatever comes of it is told at the foot of the page.
  const undo = () =>
    ask.post('/undo/library', {}).then(
      () => {
        tell({ text: words.undone });
        done();
      },
      (error: unknown) => tell({ text: error instanceof Refused && error.status !== 0 ? error.message : words.noAnswer }),
    );
  const send = (change: Change, confirm?: string) =>
    trying(async () => {
      const body = confirm === undefined ? change : { ...change, confirm };
      const answer = await ask.post<Answer>(`/library/${encodeURIComponent(entry.id)}`, body);
      if (!answer.applied) return setQuestion({ change, ...answer });
      setQuestion(null);
      top();
      if (!answer.changed) return tell({ text: words.same });
      tell({ text: words.changed[change.do](entry.name), action: { label: words.undo, run: () => void undo() } });
      done();
    });
  return (
    <section class="edit" aria-labelledby="edit">
      <h3 id="edit">{words.edit}</h3>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void send({ do: 'rename', name });
        }}
      >
        <input aria-label={words.newName} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        <button type="submit">{words.rename}</button>
      </form>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void send({ do: 'colour', colour });
        }}
      >
        <input
          type="color"
          aria-label={words.newColour}
          value={colour}
          onInput={(event) => setColour(event.currentTarget.value)}
        />
        <button type="submit">{words.recolour}</button>
        <button type="button" class="no" onClick={() => void send({ do: entry.archived ? 'restore' : 'archive' })}>
          {entry.archived ? words.restore : words.archive}
        </button>
      </form>
      {question && (
        <Sure
          key={question.confirm}
          {...{ question, view }}
          yes={() => void send(question.change, question.confirm)}
          no={() => {
            setQuestion(null);
            top();
          }}
        />
      )}
      {fault && (
        <p role="alert" class="bad">
          {fault.status === 0 ? words.noAnswer : `${fault.message} ${fault.hint}`}
        </p>
      )}
    </section>
  );
};
