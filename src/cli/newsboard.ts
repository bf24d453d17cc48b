import type { App } from '../app.ts';
import type { Advanced } from '../fold/advance.ts';
import { printable } from '../text/printable.ts';
import { changeLine } from '../text/terminal/change-line.ts';
import { viewOf } from './output.ts';
import type { Call } from './verb.ts';

const evidenceOf = ({ customer }: Advanced, tag: string) => {
  const causes = customer.state.tags[tag]?.causes ?? customer.state.suggested[tag] ?? [];
  return causes.flatMap(({ evidence }) => evidence).at(-1);
};

/** Prints tags and their reasons as they change. Silent until it is opened: what happened before is no news. */
export const createNewsboard = (call: Call) => {
  let app: App | null = null;
  let printing: Promise<void> = Promise.resolve();

  const lines = async (open: App, done: Advanced): Promise<string[]> => {
    const { store, inForce } = open;
    const { lang } = call.global;
    const tree = inForce.tree();
    const shown = done.changes.map((change) => ({ change, evidence: evidenceOf(done, change.tag) }));
    const keys = shown.flatMap(({ evidence }) => (evidence ? [evidence.words ?? evidence.event] : []));
    const words = new Map((await store.events.byKeys(keys)).map(({ _id, body }) => [_id, body]));
    return shown.map(({ change, evidence }) => {
      const body = evidence && words.get(evidence.words ?? evidence.event);
      const news = {
        ...{ action: change.action, cause: change.cause, span: evidence?.span ?? null },
        text: body?.kind === 'message' ? body.text : null,
        label: tree.label(change.tag, lang),
        colour: tree.node(change.tag)?.colour ?? '',
        ...(change.reason ? { reason: change.reason } : {}),
        ...(change.replacedBy ? { replacedBy: tree.label(change.replacedBy, lang) } : {}),
      };
      return changeLine(news, viewOf(call, open));
    });
  };

  const print = async (open: App, done: readonly Advanced[]) => {
    for (const one of done) {
      if (one.changes.length === 0) continue;
      const name = printable(one.customer.state.name ?? one.customer._id);
      for (const line of await lines(open, one)) call.process.stdout.write(`  ${name}  ${line}\n`);
    }
  };

  return {
    open: (opened: App): void => {
      app = opened;
    },
    /** Told after the write; printing follows, one after another, and holds nothing up. */
    tell: (done: readonly Advanced[]): void => {
      const open = app;
      // News that cannot be printed (the terminal is gone) is no failure of the bot.
      if (open) printing = printing.then(() => print(open, done)).catch(() => undefined);
    },
    /** Resolves when all that was told is printed. */
    printed: (): Promise<void> => printing,
  };
};

export type Newsboard = ReturnType<typeof createNewsboard>;
