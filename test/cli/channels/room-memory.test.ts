import { expect, test } from 'vitest';
import { createRoomMemory } from '../../../src/cli/channels/room-memory.ts';
import { openStreet } from '../../support/open-street.ts';

const room = { channel: 'slack', account: 'T1', conversation: 'C1' };
const mei = { id: 'UMEI', name: 'Mei', key: null };

/** The rooms of a real database, whose answers can be held back. */
const openRooms = async () => {
  const { rooms } = (await openStreet()).app.store;
  let gate: Promise<void> = Promise.resolve();
  const late = async <T>(answer: Promise<T>): Promise<T> => {
    const held = gate;
    const given = await answer;
    await held;
    return given;
  };
  const memory = createRoomMemory({
    rooms: {
      ...rooms,
      load: (keys) => late(rooms.load(keys)),
      note: (note) => late(rooms.note(note)),
    },
  });
  const hold = () => {
    let release: () => void = () => undefined;
    gate = new Promise<void>((done) => {
      release = done;
    });
    return () => {
      gate = Promise.resolve();
      release();
    };
  };
  return { memory, hold };
};

test('a conversation marked just while somebody speaks there stays marked', async () => {
  const { memory, hold } = await openRooms();
  expect(await memory.isCustomers(room)).toBe(false);
  const release = hold();
  const noted = memory.note(room, mei, 1);
  await memory.setCustomers(room, true);
  release();
  await noted;
  expect(await memory.isCustomers(room)).toBe(true);
  expect(await memory.customer(room)).toMatchObject({ id: 'UMEI' });
});

test('nor is the mark lost on whoever was just asking for it', async () => {
  const { memory, hold } = await openRooms();
  const release = hold();
  const asked = memory.isCustomers(room);
  await memory.setCustomers(room, true);
  release();
  await asked;
  expect(await memory.isCustomers(room)).toBe(true);
});
