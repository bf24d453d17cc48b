import type { Ask } from '../parts/ask.ts';
import { Composer } from '../parts/chat/composer.tsx';
import type { Unsent } from '../parts/chat/said.ts';
import { Talk } from '../parts/chat/talk.tsx';
import { useOutbox } from '../parts/chat/use-outbox.ts';
import type { StaffTalk } from '../parts/desk/use-talk.ts';
import type { Player } from './player.ts';
import { Step } from './step.tsx';
import type { Words } from './words.ts';

/** The window of the customer whom the operator plays; of a visitor who writes by themselves it only shows the talk. */
export const CustomerWindow = ({
  player,
  talk,
  ask,
  lang,
  zone,
  words,
  met,
}: {
  player: Player;
  talk: StaffTalk;
  ask: Ask;
  lang: 'zh' | 'en';
  zone: string;
  words: Words;
  /** The bot knows them now, under this id. */
  met: (customer: string) => void;
}) => {
  const { key, name, customer, visitor, mine } = player;
  const say = async ({ id, text }: Unsent) => {
    const as = visitor === null ? { customer } : { visitor, name };
    const answer = await ask.post<{ customer: string | null }>('/say', { ...as, id, text });
    talk.put({ id, text, at: Date.now(), from: 'customer', name: null });
    if (answer.customer !== null && answer.customer !== customer) met(answer.customer);
    else void talk.load();
  };
  const outbox = useOutbox(`demo/${key}`, say);
  const back = (id: string) =>
    void ask
      .post('/back', { id, customer })
      .then(talk.load)
      .catch(() => undefined);
  return (
    <>
      <Talk
        me="customer"
        {...{ words, lang, zone, messages: talk.messages ?? [], unsent: outbox.unsent, drop: outbox.drop }}
        back={mine && customer !== null ? back : undefined}
        empty={
          talk.messages === null ? (
            <div class="bone" aria-busy="true" />
          ) : (
            <Step number={1} title={words.startTitle(name)} text={words.startHere} />
          )
        }
      />
      {mine ? (
        <>
          <fieldset class="chips" aria-label={words.tryThis}>
            {words.tries.map((text) => (
              <button key={text} type="button" onClick={() => outbox.add(text)}>
                {text}
              </button>
            ))}
          </fieldset>
          <Composer label={words.sayAs(name)} words={words} send={outbox.add} />
        </>
      ) : (
        <p class="only sub">{words.ownWords}</p>
      )}
    </>
  );
};
