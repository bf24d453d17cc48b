import type { ComponentChildren } from 'preact';
import type { TagAnswer } from '../../../../domain/answers.ts';
import { Composer } from '../chat/composer.tsx';
import type { Unsent } from '../chat/said.ts';
import { Talk } from '../chat/talk.tsx';
import { useOutbox } from '../chat/use-outbox.ts';
import type { Action } from './drawn.ts';
import { DrawnAnswer } from './drawn-answer.tsx';
import { Marked, Notes, notesOf } from './notes.tsx';
import { useAnswers } from './use-answers.ts';
import type { Asks, StaffTalk } from './use-talk.ts';
import type { DeskWords } from './words.ts';

const COMMAND = /^[/／]/;

interface AgentView {
  customer: string | null;
  name: string;
  talk: StaffTalk;
  asks: Asks;
  lang: 'zh' | 'en';
  zone: string | undefined;
  words: DeskWords & { noAnswer: string };
  nameOf: (tag: TagAnswer) => string;
  /** What stands there while nobody wrote. */
  empty: ComponentChildren;
}

/** The window of whoever answers: the talk with the tags that rest on each message, and the bot's own answers to commands. */
export const AgentWindow = ({ customer, name, talk, asks, lang, zone, words, nameOf, empty }: AgentView) => {
  const messages = talk.messages ?? [];
  const { answers, give } = useAnswers(asks.desk, customer, words.noAnswer);
  const say = async ({ id, text }: Unsent) => {
    await asks.desk.post('/say', { customer, id, text });
    talk.put({ id, text, at: Date.now(), from: 'agent', name: null });
    void talk.load();
  };
  const outbox = useOutbox(`desk/${customer ?? ''}`, say);
  const notes = notesOf(talk.tags, nameOf);
  const last = messages[messages.length - 1]?.id ?? null;
  const send = (text: string) => (COMMAND.test(text) ? void give({ words: text }, text, last) : outbox.add(text));
  const answersAfter = (after: string | null) => {
    const found = answers.filter((one) => one.after === after);
    const press = (action: Action) => void give(action, action.label, last);
    return found.length === 0
      ? null
      : found.map((one) => <DrawnAnswer key={one.id} answered={one} label={words.command} press={press} />);
  };
  const newest = talk.tags?.tags[0];
  const commands = [words.tagsCommand, ...(newest ? [words.whyCommand(nameOf(newest))] : []), words.undoCommand];
  return (
    <>
      <Talk
        me="agent"
        {...{ words, lang, zone, messages, unsent: outbox.unsent, drop: outbox.drop, empty }}
        drawn={({ id, text, from }) => (from === 'customer' ? <Marked text={text} notes={notes.get(id) ?? []} /> : text)}
        below={(id) => notes.has(id) && <Notes notes={notes.get(id) ?? []} words={words} />}
        behind={answersAfter}
        end={answersAfter(null)}
      />
      {customer !== null && (
        <fieldset class="chips" aria-label={words.commands}>
          {commands.map((command) => (
            <button key={command} type="button" onClick={() => send(command)}>
              {command}
            </button>
          ))}
        </fieldset>
      )}
      <Composer label={words.answerTo(name)} words={words} send={send} disabled={customer === null} />
    </>
  );
};
