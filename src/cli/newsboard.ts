import type { Advanced } from '../advance.ts';
import type { App } from '../app.ts';
import { changeLine } from '../text/terminal/change-line.ts';
import { colourful } from './output.ts';
import type { Call } from './verb.ts';

const evidenceOf = ({ customer }: Advanced, tag: string) => {
  const causes = customer.state.tags[tag]?.causes ?? customer.state.suggested[tag] ?? [];
  return causes.flatMap(({ evidence }) => evidence).at(-1);
};

/** Prints tags and their reasons as they change. Silent until it is opened: what happened before is no news. */
export const createNewsboard = (call: Call) => {
  let app: App | null = null;
  let zone = 'Asia/Shanghai';

  const lines = async ({ store, inForce, clock }: App, done: Advanced): Promise<string[]> => {
    const tree = inForce.tree();
    const shown = done.changes.map((change) => ({ change, evidence: evidenceOf(done, change.tag) }));
    const keys = shown.flatMap(({ evidence }) => (evidence ? [evidence.words ?? evidence.event] : []));
    const words = new Map((await store.events.byKeys(keys)).map(({ _id, body }) => [_id, body]));
    return shown.map(({ change, evidence }) => {
      const body = evidence && words.get(evidence.words ?? evidence.event);
      const text = body?.kind === 'message' ? body.text : null;
      return changeLine(
        {
          ...{ action: change.action, cause: change.cause, text, span: evidence?.span ?? null },
          label: tree.label(change.tag, call.global.lang),
          colour: tree.node(change.tag)?.colour ?? '',
          ...(change.reason ? { reason: change.reason } : {}),
          ...(change.replacedBy ? { replacedBy: tree.label(change.replacedBy, call.global.lang) } : {}),
        },
        { lang: call.global.lang, colour: colourful(call), zone, now: clock.asOf() },
      );
    });
  };

  /** Told after the write; printing follows in its own time. */
  const print = async (open: App, done: readonly Advanced[]) => {
    for (const one of done) {
      if (one.changes.length === 0) continue;
      const name = one.customer.state.name ?? one.customer._id;
      for (const line of await lines(open, one)) call.process.stdout.write(`  ${name}  ${line}\n`);
    }
  };

  return {
    open: (opened: App, inZone: string): void => {
      app = opened;
      zone = inZone;
    },
    tell: (done: readonly Advanced[]): void => {
      if (app) print(app, done).catch(() => undefined);
    },
  };
};
