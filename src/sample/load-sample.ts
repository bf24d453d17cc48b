import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { readSample } from './read-sample.ts';

/** What the sample brought in. */
export interface Loaded {
  customers: number;
  messages: number;
}

/**
 * Loads the shipped sample through the live path, dated relative to now: a past that sends nothing. Loaded twice, it changes nothing.
 * @param root the project's folder.
 */
export const loadSample = async (app: App, root: string): Promise<Loaded> => {
  const text = await readFile(join(root, 'src', 'sample', 'sample.yaml'), 'utf8');
  const people = app.inForce.people();
  // Whoever has the id of a colleague here is left out: staff never become customers, and the rest need not wait for that.
  const incoming = readSample(text, app.clock.asOf()).filter(
    ({ channel, customer }) => !customer || !people.byChannel(channel, customer.id),
  );
  await Promise.all(incoming.map((one) => app.receive(one, () => 0, { sample: true })));
  await app.lanes.idle();
  await app.runDue(app.clock.asOf());
  const messages = incoming.filter(({ body }) => body.kind === 'message').length;
  return { customers: await app.store.sample.count(), messages };
};
