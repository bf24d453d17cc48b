import { expect, test } from 'vitest';
import { factsOf, factsTurnAt } from '../../src/domain/facts.ts';
import { emptyState } from '../../src/fold/empty-state.ts';
import { nextDue } from '../../src/rules/due.ts';
import { createRuleSet } from '../../src/rules/rule-set.ts';
import { shippedInForce } from '../support/in-force.ts';
import { DAY, START } from '../support/lines.ts';

const bought = {
  ...emptyState(),
  at: START,
  createdAt: START,
  payments: [{ at: START, amount: 500, given: 5, currency: 'CNY' }],
  acts: [START],
};

test('a customer without orders has spent 0, and is silent since they came', () => {
  const came = { ...emptyState(), createdAt: START };
  expect(factsOf(came, START + DAY)).toEqual({
    ...{ spend: 0, totalSpend: 0, averageOrder: 0, orders: 0, interactions: 0, referrals: 0, complaints: 0 },
    ...{ silentSince: START, contactAt: START, lastPurchaseAt: null, createdAt: START, birthYear: null, profile: ['owner:'] },
  });
  expect(factsTurnAt(came, START)).toBeNull();
});

test('what leaves its window counts no more, to the moment', () => {
  expect(factsOf(bought, START + 365 * DAY - 1).spend).toBe(500);
  expect(factsOf(bought, START + 365 * DAY)).toMatchObject({ spend: 0, totalSpend: 500 });
  expect(factsOf(bought, START + 30 * DAY - 1).interactions).toBe(1);
  expect(factsOf(bought, START + 30 * DAY).interactions).toBe(0);
  expect(factsTurnAt(bought, START)).toBe(START + 30 * DAY);
  expect(factsTurnAt(bought, START + 30 * DAY)).toBe(START + 365 * DAY);
  expect(factsTurnAt(bought, START + 365 * DAY)).toBeNull();
});

test('a customer is due then even where no rule asks for it', async () => {
  const rules = { ...(await shippedInForce()).rules(), set: createRuleSet([]) };
  expect(nextDue(bought, rules)).toBe(START + 30 * DAY);
});

test('fields and the owner are found whatever their case and width', () => {
  const state = {
    ...bought,
    name: 'Ｍｅｉ',
    fields: { region: 'ShangHai', products: ['A产品', 'B'] },
    owner: { id: 'a1', name: 'Li', byHand: false },
  };
  expect(factsOf(state, START).profile).toEqual(
    ['name:mei', 'region:shanghai', 'products:a产品', 'products:b', 'owner:a1', 'owner:li'].sort(),
  );
});
