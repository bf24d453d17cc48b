import { expect, test } from 'vitest';
import { loadSample } from '../../src/sample/load-sample.ts';
import { openStreet } from '../support/open-street.ts';

test('a colleague who has the id of somebody in the sample keeps the rest of it from nobody', async () => {
  const config = 'people:\n  - { id: zhao, name: 赵敏, role: agent }\n';
  const { app } = await openStreet({ config, clock: { mode: 'wall', at: 0 } });
  expect(await loadSample(app, '.')).toMatchObject({ customers: 19 });
  expect(await app.store.customers.load(['zhao'])).toEqual([]);
});
