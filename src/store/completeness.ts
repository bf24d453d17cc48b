import type { Collections } from './collections.ts';
import { living } from './living.ts';

/** Of one owner's customers, how many have each field; null: of those whom nobody owns. */
export interface Completeness {
  owner: string | null;
  /** What the owner was called on their channel. */
  name: string | null;
  customers: number;
  have: Record<string, number>;
}

/** Counts which fields are filled in, by owner: one pass over all customers, for a report. */
export const createCompleteness =
  ({ customers }: Collections) =>
  async (fields: readonly string[]): Promise<Completeness[]> => {
    // The customer's own name is one of the fields, the owner's is none.
    const key = (field: string) => `have_${field}`;
    const filled = (field: string) => ({
      $sum: { $cond: [{ $gt: [{ $ifNull: [`$state.${field === 'name' ? 'name' : `fields.${field}`}`, ''] }, ''] }, 1, 0] },
    });
    const rows = await customers.aggregate<
      { _id: string | null; name: string | null; customers: number } & Record<string, number>
    >([
      { $match: living },
      {
        $group: {
          _id: { $ifNull: ['$state.owner.id', null] },
          name: { $max: '$state.owner.name' },
          customers: { $sum: 1 },
          ...Object.fromEntries(fields.map((field) => [key(field), filled(field)])),
        },
      },
      { $sort: { customers: -1, _id: 1 } },
    ]);
    return rows.map((row) => ({
      ...{ owner: row._id, name: row.name, customers: row.customers },
      have: Object.fromEntries(fields.map((field) => [field, row[key(field)] ?? 0])),
    }));
  };
