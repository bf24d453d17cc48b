import { zoneOf } from '../answers/zone-of.ts';
import type { App } from '../app.ts';
import { STAFF } from '../domain/notice.ts';
import type { Outlet } from '../notify/sender.ts';
import { consoleText } from '../text/console.ts';
import { printable } from '../text/printable.ts';
import { paint } from '../text/terminal/paint.ts';
import { renderReply } from '../text/terminal/render-reply.ts';
import { actorWords } from '../text/terminal/words.ts';
import { viewOf } from './output.ts';
import type { Call } from './verb.ts';

/** Tells people on the terminal of the bot, each in their own language and zone: whoever sits there passes it on. */
export const createTerminalOutlet =
  (call: Call, app: App): Outlet =>
  (reader, replies) => {
    const person = app.inForce.people().byId(reader);
    const lang = person?.lang ?? call.global.lang;
    const view = viewOf({ ...call, global: { ...call.global, lang } }, app);
    const name = reader === STAFF ? consoleText.staff[lang] : actorWords(reader, view);
    const told = replies.map((reply) => renderReply(reply, { ...view, zone: zoneOf(app, reader) }));
    const body = told.join('\n\n').replace(/^(?=.)/gm, '  ');
    call.process.stdout.write(`${paint(view.colour).bold(`→ ${printable(name)}`)}\n${body}\n\n`);
    return Promise.resolve(true);
  };
