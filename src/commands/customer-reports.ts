import { iso } from '../answers/cause-answers.ts';
import { ownerName } from '../answers/owner-name.ts';
import { sees, sightOf } from '../answers/team.ts';
import { profileFields } from '../domain/profile.ts';
import type { Reply } from '../domain/reply.ts';
import type { Completeness } from '../store/completeness.ts';
import type { Context } from './command.ts';

/** Proposals that an answer has room for. */
const MOST = 50;
/** Weakest fields named an owner. */
const WEAKEST = 3;

/** Customers who have one phone number or address, to be joined by hand. */
export const duplicates = async ({ app }: Context): Promise<Reply> => {
  const found = await app.store.duplicates(MOST);
  return {
    kind: 'duplicates',
    doc: {
      duplicates: found.map(({ by, customers }) => ({
        by,
        contact: String(customers[0]?.state.fields[by] ?? ''),
        customers: customers.map(({ _id, state }) => ({ id: _id, name: state.name, owner: ownerName(app, state) })),
      })),
    },
  };
};

const FIELDS = profileFields.map(({ id }) => id).filter((id) => id !== 'note');

const share = (have: number, of: number): number => (of === 0 ? 0 : Math.round((1000 * have) / of) / 1000);

const sum = (rows: readonly Completeness[], of: (row: Completeness) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** How complete what is known of customers is, by field and by owner, as far as somebody sees them. */
export const completeness = async ({ app, actor }: Context): Promise<Reply> => {
  const people = app.inForce.people();
  const sight = sightOf(actor, people);
  const rows = (await app.store.completeness(FIELDS)).filter(({ owner }) => sees(sight, owner));
  const customers = sum(rows, (row) => row.customers);
  return {
    kind: 'completeness',
    doc: {
      ...{ asOf: iso(app.clock.asOf()), customers },
      withoutOwner: sum(rows, (row) => (row.owner === null ? row.customers : 0)),
      fields: FIELDS.map((field) => {
        const have = sum(rows, (row) => row.have[field] ?? 0);
        return { field, have, share: share(have, customers) };
      }),
      owners: rows.map((row) => {
        const each = FIELDS.map((field) => ({ field, share: share(row.have[field] ?? 0, row.customers) }));
        return {
          owner: row.owner === null ? null : (people.byId(row.owner)?.name ?? row.name ?? row.owner),
          customers: row.customers,
          share: share(
            sum([row], ({ have }) => Object.values(have).reduce((all, one) => all + one, 0)),
            row.customers * FIELDS.length,
          ),
          weakest: each.toSorted((a, b) => a.share - b.share).slice(0, WEAKEST),
        };
      }),
    },
  };
};
