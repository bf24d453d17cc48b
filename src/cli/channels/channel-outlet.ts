import type { App } from '../../app.ts';
import type { Lang } from '../../commands/command.ts';
import { STAFF } from '../../domain/notice.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Outlet } from '../../notify/sender.ts';
import { replyMessage } from '../../text/messages/reply-message.ts';
import { channelView } from './channel-door.ts';
import type { OpenChannel } from './channel-list.ts';

/** Before somebody is tried again whom a channel refuses for good: the people file or the channel may be mended meanwhile, ms. */
const REFUSED = 3_600_000;

/**
 * Tells people where they are: in the first open channel that knows them, everybody in the room that is for staff alone. Whom no
 * channel knows is told by `otherwise`.
 */
export const createChannelOutlet = ({
  app,
  open,
  lang,
  otherwise,
}: {
  app: App;
  open: () => readonly OpenChannel[];
  lang: Lang;
  otherwise: Outlet;
}): Outlet => {
  const addressOf = (reader: string, { channel, staff }: OpenChannel) => {
    if (reader === STAFF) return staff === null ? null : { room: staff };
    const person = app.inForce.people().byId(reader)?.ids[channel.name];
    return person === undefined ? null : { person };
  };

  const tell = async (
    one: OpenChannel,
    to: NonNullable<ReturnType<typeof addressOf>>,
    reader: string,
    replies: readonly Reply[],
  ) => {
    const view = channelView(app, reader === STAFF ? '' : reader, lang, one.form.buttons);
    for (const reply of replies) {
      const sent = await one.channel.tell(to, one.form.draw(replyMessage(reply, view), view.lang));
      if (!sent.ok) return sent.retryAfter ?? REFUSED;
    }
    return true;
  };

  return async (reader, replies) => {
    for (const one of open()) {
      const to = addressOf(reader, one);
      if (to) return tell(one, to, reader, replies);
    }
    return otherwise(reader, replies);
  };
};
