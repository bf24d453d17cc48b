import type { Reply } from '../domain/reply.ts';
import type { DigestAnswer } from '../domain/told.ts';
import { UsageError } from '../errors.ts';
import { digestMessage } from '../text/messages/digest-message.ts';
import { renderSlack } from '../text/slack/render-message.ts';
import type { View } from '../text/terminal/view.ts';
import { renderWechat } from '../text/wechat/render-message.ts';
import { renderWecom } from '../text/wecom/render-message.ts';
import { commandVerb } from './command-verb.ts';
import { writeReply } from './output.ts';
import type { Call, Verb } from './verb.ts';

/** How each channel shows a digest. */
const FORMATS: Record<string, (doc: DigestAnswer, view: View) => string> = {
  wecom: (doc, view) => renderWecom(digestMessage(doc, view), view.lang),
  wechat: (doc, view) => renderWechat(digestMessage(doc, view), view.lang),
  slack: (doc, view) => JSON.stringify({ blocks: renderSlack(digestMessage(doc, view), view.lang) }),
};

/** Takes `--format` out of the words: it is about this answer's looks, which the command knows nothing of. */
const takeFormat = (args: readonly string[]): { format: string | undefined; rest: string[] } => {
  const place = args.findIndex((arg) => arg === '--format' || arg.startsWith('--format='));
  if (place < 0) return { format: undefined, rest: [...args] };
  const arg = args[place] ?? '';
  const inline = arg.includes('=');
  const format = inline ? arg.slice(arg.indexOf('=') + 1) : args[place + 1];
  if (format === undefined) throw new UsageError('option_needs_value', { option: '--format' });
  return { format, rest: args.toSpliced(place, inline ? 1 : 2) };
};

const writeAs =
  (format: string | undefined) =>
  (call: Call, reply: Reply, view: View): void => {
    const draw = format === undefined ? undefined : FORMATS[format];
    if (!draw || reply.kind !== 'digest' || call.global.json) writeReply(call, reply, view);
    else call.process.stdout.write(`${draw(reply.doc, { ...view, now: Date.parse(reply.doc.asOf) })}\n`);
  };

const command = commandVerb('digest');

/** The chat command, and `--format`: what a channel would be sent, for whoever sends it by other means. */
export const digest: Verb = {
  ...command,
  usage: { zh: `${command.usage.zh} [--format wecom|wechat|slack]`, en: `${command.usage.en} [--format wecom|wechat|slack]` },
  run: (call) => {
    const { format, rest } = takeFormat(call.args);
    if (format !== undefined && !Object.hasOwn(FORMATS, format)) throw new UsageError('bad_format', { format });
    return commandVerb('digest', writeAs(format)).run({ ...call, args: rest });
  },
};
