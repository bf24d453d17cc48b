import { expect, test } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import { isOutage } from '../../src/store/faults.ts';
import { freePort } from '../support/free-port.ts';

test('a server that does not answer is an outage, which the operator can mend, and no unforeseen error', async () => {
  const uri = `mongodb://127.0.0.1:${await freePort()}/tagwise?directConnection=true`;
  const error: unknown = await connect(uri, 'tagwise').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(isOutage(error)).toBe(true);
}, 30_000);
