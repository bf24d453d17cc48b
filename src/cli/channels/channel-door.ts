import { createPageLinks, sidebarOf } from '../../access/page-links.ts';
import type { Asking, Door, Remark, Room } from '../../adapter.ts';
import { zoneOf } from '../../answers/zone-of.ts';
import type { App } from '../../app.ts';
import type { Lang } from '../../commands/command.ts';
import { commandNamed, nearCommand } from '../../commands/index.ts';
import { splitWords } from '../../commands/split-words.ts';
import { spokenError } from '../../commands/spoken-error.ts';
import type { CustomerRef } from '../../domain/event.ts';
import { identityKey, identityParts, messageKey } from '../../domain/key.ts';
import type { Actor, Person } from '../../domain/person.ts';
import type { Reply } from '../../domain/reply.ts';
import { TagwiseError, UsageError, UserError } from '../../errors.ts';
import { channelText } from '../../text/channel.ts';
import type { Message } from '../../text/messages/message.ts';
import { replyMessage } from '../../text/messages/reply-message.ts';
import { namesOf } from '../../text/terminal/names-of.ts';
import type { View } from '../../text/terminal/view.ts';
import { createAnswerPages, type Form } from './answer-pages.ts';
import { createQuestions } from './questions.ts';
import { createRoomMemory, roomKey } from './room-memory.ts';

/** Before a command, where somebody writes it as message text. */
const SLASH = /^[/／]/;

/** Chats whose last customer is remembered at most. */
const MOST_CHATS = 5_000;

export interface ChannelDoorParts<Drawn> {
  app: App;
  channel: string;
  /** The company's own account there (a Slack workspace); known once the channel is open. */
  account: () => string;
  form: Form<Drawn>;
  /** Notes an error that nobody foresaw, and says what to tell whoever asked. */
  unforeseen: (error: unknown) => TagwiseError;
  /** The language of people who chose none. */
  lang: Lang;
  /** Who gives a command, where the channel itself knows who is signed in; absent: by the people file's ids of this channel. */
  actorOf?: (id: string) => Actor | null;
}

/** How answers look to a person: their language and zone, the names of tags and people. */
export const channelView = ({ inForce, clock }: App, person: string, usual: Lang, buttons: boolean, asked?: Lang): View => {
  const lang = asked ?? inForce.people().byId(person)?.lang ?? inForce.config().lang ?? usual;
  const names = namesOf({ tree: inForce.tree(), lang, person: (id) => inForce.people().byId(id)?.name });
  return { lang, colour: false, zone: zoneOf({ inForce }, person), now: clock.asOf(), names, buttons };
};

/** The street as a channel sees it: keeps what is said, answers commands in the channel's own form, each person in their language. */
export const createChannelDoor = <Drawn>(parts: ChannelDoorParts<Drawn>): Door<Drawn> => {
  const { app, channel, account, form, unforeseen, lang: usual } = parts;
  const { inForce, store } = app;
  const rooms = createRoomMemory(store);
  const pages = createAnswerPages(form);
  const questions = createQuestions();
  const linkOf = createPageLinks({ store, wallNow: app.wallNow, people: inForce.people });
  /** Chat → the customer of its last answer. */
  const spokenOf = new Map<string, string>();
  /** By the id that the people file gives them here, and by nothing else: whoever may choose their id there must not become a colleague. */
  const personOf = (id: string): Person | null => {
    const person = inForce.people().byChannel(channel, id);
    return person?.ids[channel] === id ? person : null;
  };
  const viewOf = (person: string, asked?: Lang) => channelView(app, person, usual, form.buttons, asked);
  const chatOf = ({ from, room }: Asking) => JSON.stringify([from.id, room.conversation]);
  const readingOf = (asking: Asking) => ({ reader: asking.from.id, chat: chatOf(asking) });
  const channelKey = () => [channel, account()].map(encodeURIComponent).join('/');
  const place = (room: Room) => ({ channel, account: account(), ...room });

  /** Who works here and is not in the people file may look. */
  const actorOf = ({ from }: Asking): Actor => {
    const person = parts.actorOf ? parts.actorOf(from.id) : personOf(from.id);
    if (person) return { id: person.id, name: person.name, role: person.role };
    return { id: `${channel}:${from.id}`, name: from.name ?? from.id, role: 'viewer' };
  };

  const customerIn: Door<Drawn>['customerIn'] = async ({ conversation, thread }) => {
    if (thread !== null) {
      const root = messageKey(channel, account(), conversation, thread);
      const owner = (await store.events.ownersOf([root])).get(root);
      if (owner !== undefined) return { id: identityParts(owner).id, name: null, key: null };
      const spoke = await rooms.customer(place({ conversation, thread }));
      if (spoke) return spoke;
    }
    return rooms.customer(place({ conversation, thread: null }));
  };

  const atHandOf = async (asking: Asking): Promise<string | null> => {
    const { about, room, customer } = asking;
    if (customer !== undefined) return customer;
    const inView: Pick<CustomerRef, 'id'> | null = about === undefined ? await customerIn(room) : { id: about };
    // In a direct chat with the bot: whoever was asked about last.
    if (inView === null) return spokenOf.get(chatOf(asking)) ?? null;
    const [found] = await store.customers.identities([identityKey(channel, account(), inView.id)]);
    return found?.customer ?? null;
  };

  const remember = (chat: string, customer: string) => {
    if (spokenOf.size >= MOST_CHATS) spokenOf.clear();
    spokenOf.set(chat, customer);
  };

  const drawn = (asking: Asking, message: Message, lang: Lang): Drawn => pages.first(readingOf(asking), message, lang);
  const sentence = (title: string): Message => ({ title, sections: [], none: '' });

  /** What is asked: these words, or those that they say yes to, about whoever was at hand then. */
  const askedIn = (asking: Asking): { words: string; told?: string; atHand: string | null } => {
    if (asking.told !== undefined) return { words: asking.words, told: asking.told, atHand: null };
    const answered = questions.of(chatOf(asking)).take(asking.words);
    return answered ? { ...answered, told: answered.token } : { words: asking.words, atHand: null };
  };

  /** The way from an answer about a customer to their page: for nobody's eyes but those of a colleague, whom it signs in. */
  const withLink = async (asking: Asking, reply: Reply, message: Message, lang: Lang): Promise<Message> => {
    const person = personOf(asking.from.id);
    if (reply.kind !== 'tags' || asking.isPrivate !== true || person === null) return message;
    const url = await linkOf({ person: person.id, to: sidebarOf(reply.doc.customer.id), here: false });
    if (url === null) return message;
    const label = channelText.sidebar[lang];
    const shown = form.buttons ? { rows: [], actions: [{ label, words: '', url }] } : { rows: [channelText.linked[lang](url)] };
    return { ...message, sections: [...message.sections, { heading: '', counted: false, ...shown }] };
  };

  const give = async (asking: Asking): Promise<Drawn> => {
    const { words, told, ...asked } = askedIn(asking);
    const [name = 'help'] = splitWords(words);
    const command = commandNamed(name.replace(SLASH, ''));
    if (!command) throw new UsageError('unknown_verb', { verb: name, near: nearCommand(name) });
    const args = splitWords(words, command.query).slice(1);
    const actor = actorOf(asking);
    const view = viewOf(actor.id, asking.lang);
    const atHand = asked.atHand ?? (await atHandOf(asking));
    const here = { ...place(asking.room), thread: null };
    const room = { name: roomKey(here), setCustomers: (customers: boolean) => rooms.setCustomers(here, customers) };
    const reply = await command.run({ app, actor, lang: view.lang, atHand, told, room }, args);
    const chat = chatOf(asking);
    if ('customer' in reply.doc && reply.doc.customer) remember(chat, reply.doc.customer.id);
    if (reply.kind === 'asked') questions.of(chat).put({ words, token: reply.token, atHand });
    const message = await withLink(asking, reply, replyMessage(reply, view, words), view.lang);
    return drawn(asking, message, view.lang);
  };

  const turnPage = (asking: Asking): Drawn => {
    const more = pages.more(readingOf(asking), asking.words);
    if (more === null) throw new UserError('no_more_pages');
    return more;
  };

  const refusal = async (asking: Asking, error: TagwiseError): Promise<Drawn> => {
    const { lang } = viewOf(actorOf(asking).id, asking.lang);
    const { message, hint } = spokenError(error, lang);
    const [title = '', ...lines] = `${message}\n${hint}`.trim().split('\n');
    const rows = lines.length === 0 ? [] : [{ heading: '', rows: lines, counted: false as const }];
    // A question that a command puts by refusing: yes is the same words with --yes.
    if (error.code !== 'stage_backward') return drawn(asking, { ...sentence(title), sections: rows }, lang);
    const words = `${asking.words} --yes`;
    questions.of(chatOf(asking)).put({ words, token: '', atHand: await atHandOf(asking) });
    const actions = [{ label: channelText.confirm[lang], words, style: 'primary' as const }];
    return drawn(asking, { ...sentence(title), sections: [...rows, { heading: '', rows: [], counted: false, actions }] }, lang);
  };

  return {
    keep: async (incoming, thread = null) => {
      const outcome = await app.receive(incoming, () => 0);
      const { customer, from, conversation, at } = incoming;
      if (customer && from === 'customer') {
        await rooms.note(place({ conversation, thread: null }), customer, at);
        if (thread !== null) await rooms.note(place({ conversation, thread }), customer, at);
      }
      return outcome;
    },
    staff: personOf,
    isCustomers: (conversation) => rooms.isCustomers(place({ conversation, thread: null })),
    customerIn,
    isCommand: (asking) =>
      pages.isMore(asking.words) ||
      questions.of(chatOf(asking)).isAnswer(asking.words) ||
      commandNamed((splitWords(asking.words)[0] ?? '').replace(SLASH, '')) !== undefined,
    answer: async (asking) => {
      try {
        return pages.isMore(asking.words) ? turnPage(asking) : await give(asking);
      } catch (error) {
        return refusal(asking, error instanceof TagwiseError ? error : unforeseen(error));
      }
    },
    reached: () => store.rooms.reached(channelKey()),
    setReached: (at) => store.rooms.setReached(channelKey(), at),
    say: (remark: Remark, to) => {
      const { lang } = viewOf(personOf(to)?.id ?? '');
      return form.draw(sentence(channelText.remarks[remark][lang]), lang);
    },
  };
};
