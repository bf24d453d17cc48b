import type { Reply } from '../../domain/reply.ts';
import { renderReply } from '../terminal/render-reply.ts';
import type { View } from '../terminal/view.ts';
import { actionsOf } from './actions-of.ts';
import { cardMessage } from './card-message.ts';
import { digestMessage } from './digest-message.ts';
import { linesMessage } from './lines-message.ts';
import type { Message } from './message.ts';
import { morningMessage } from './morning-message.ts';
import { noticeMessage } from './notice-message.ts';

const bare = (reply: Reply, view: View): Message => {
  switch (reply.kind) {
    case 'digest':
      return digestMessage(reply.doc, view);
    case 'morning':
      return morningMessage(reply.doc, view);
    case 'notice':
      return noticeMessage(reply.doc, view);
    case 'card':
      return cardMessage(reply.doc, view);
    default:
      return linesMessage(renderReply(reply, { ...view, colour: false }).split('\n'));
  }
};

/** An answer as a message for a channel, with what can be done next as buttons. `given`: the words that it answers. */
export const replyMessage = (reply: Reply, view: View, given = ''): Message => {
  const message = bare(reply, view);
  const actions = actionsOf(reply, view, given);
  if (actions.length === 0) return message;
  return { ...message, sections: [...message.sections, { heading: '', rows: [], counted: false, actions }] };
};
