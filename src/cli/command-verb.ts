import { zoneOf } from '../answers/zone-of.ts';
import { commandNamed } from '../commands/index.ts';
import { UsageError } from '../errors.ts';
import { openApp } from './open-app.ts';
import { viewOf, writeReply } from './output.ts';
import { progressOf } from './progress-of.ts';
import type { Verb } from './verb.ts';
import { who } from './who.ts';

/**
 * A chat command as a verb with the same words. `write` shows its answer.
 * @throws UsageError where there is no such command.
 */
export const commandVerb = (name: string, write: typeof writeReply = writeReply): Verb => {
  const command = commandNamed(name);
  if (!command) throw new UsageError('unknown_verb', { verb: name, near: 'help' });
  return {
    name: command.name,
    usage: command.usage,
    summary: command.summary,
    run: async (call) => {
      // The library must come in although a pack names a tag that only the new one has.
      const writes = typeof command.writes === 'boolean' ? command.writes : command.writes(call.args);
      const lenient = !writes || ['library', 'product'].includes(command.name);
      const opened = await openApp(call, { verb: command.name, mode: 'short', lenient, writes });
      try {
        const { app } = opened;
        const actor = who(call.global, app.inForce.people());
        const reply = await command.run(
          { app, actor, lang: call.global.lang, atHand: null, progress: progressOf(call) },
          call.args,
        );
        const whole = reply.kind === 'exported' || reply.kind === 'handbook';
        if (whole && reply.doc.file === '-') call.process.stdout.write(reply.doc.text);
        else write(call, reply, { ...viewOf(call, app), zone: zoneOf(app, actor.id) });
        // What is asked about is not done yet: a script must not take it for done.
        return reply.kind === 'asked' ? 1 : 0;
      } finally {
        await opened.close();
      }
    },
  };
};
