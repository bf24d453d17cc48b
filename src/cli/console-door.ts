import type { ConsoleDoor } from '../../adapters/console/index.ts';
import { createPageLinks, sidebarOf } from '../access/page-links.ts';
import { zoneOf } from '../answers/zone-of.ts';
import type { App } from '../app.ts';
import { findCustomer } from '../commands/find-customer.ts';
import { commandNamed, nearCommand } from '../commands/index.ts';
import { createPendingQuestion } from '../commands/pending-question.ts';
import { splitWords } from '../commands/split-words.ts';
import { spokenError } from '../commands/spoken-error.ts';
import { identityParts } from '../domain/key.ts';
import { TagwiseError, UsageError, UserError } from '../errors.ts';
import { channelText } from '../text/channel.ts';
import { renderReply } from '../text/terminal/render-reply.ts';
import type { Newsboard } from './newsboard.ts';
import { viewOf } from './output.ts';
import { progressOf } from './progress-of.ts';
import type { Call } from './verb.ts';
import { who } from './who.ts';

/** The door of the console: whoever sits at this terminal is the operator of the command line. */
export const createConsoleDoor = (call: Call, app: App, board: Newsboard): ConsoleDoor => {
  const { lang } = call.global;
  const question = createPendingQuestion();
  const linkOf = createPageLinks({ ...app, people: app.inForce.people });
  const meet: ConsoleDoor['meet'] = async (word) => {
    try {
      const { _id, state } = await findCustomer({ app, atHand: null }, word);
      const identities = (await app.store.customers.identitiesOf([_id]))
        .map((one) => one._id)
        .filter((key) => !key.startsWith('#'));
      const [first] = identities.sort();
      if (first === undefined) return null;
      const { channel, account, id } = identityParts(first);
      return { id: _id, at: { channel, account, customer: { id, name: state.name, key: null } } };
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  };
  /** Gives a command, or says yes to the one that asked: about whoever was at hand then. */
  const give = async (said: string, inView: string | null): Promise<string> => {
    const { words, atHand, token } = question.take(said) ?? { words: said, atHand: inView, token: undefined };
    const [name = 'help'] = splitWords(words);
    const command = commandNamed(name);
    const args = splitWords(words, command?.query).slice(1);
    if (!command) throw new UsageError('unknown_verb', { verb: name, near: nearCommand(name) });
    const actor = who(call.global, app.inForce.people());
    const reply = await command.run({ app, actor, lang, atHand, told: token, progress: progressOf(call) }, args);
    if (reply.kind === 'asked') question.put({ words, token: reply.token, atHand });
    await board.printed();
    const text = renderReply(reply, { ...viewOf(call, app), zone: zoneOf(app, actor.id) });
    // Whoever sits at this terminal sits at this machine.
    const wanted = reply.kind === 'tags' ? { person: actor.id, to: sidebarOf(reply.doc.customer.id), here: true } : null;
    const url = wanted && (await linkOf(wanted));
    return url === null ? text : `${text}\n${channelText.linked[lang](url)}`;
  };

  return {
    keep: (incoming) => {
      question.drop();
      return app.receive(incoming, () => 0);
    },
    applied: async () => {
      await app.lanes.idle();
      await board.printed();
    },
    isCommand: (words) => question.isAnswer(words) || commandNamed(splitWords(words)[0] ?? '') !== undefined,
    meet,
    answer: async (words, atHand) => {
      try {
        return await give(words, atHand);
      } catch (error) {
        if (!(error instanceof TagwiseError)) throw error;
        // A question that a command puts by refusing: yes is the same words with --yes.
        if (error.code === 'stage_backward') question.put({ words: `${words} --yes`, token: '', atHand });
        const { message, hint } = spokenError(error, lang);
        return `${message} ${hint}`.trim();
      }
    },
  };
};
