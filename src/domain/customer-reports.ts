/** Customers who are probably one person; `contact` as it is shown. */
export interface DuplicatesAnswer {
  duplicates: {
    by: 'phone' | 'email';
    contact: string;
    customers: { id: string; name: string | null; owner: string | null }[];
  }[];
}

/** How complete what is known of customers is. `share`: 0 to 1 of the customers who have the field. */
export interface CompletenessAnswer {
  asOf: string;
  customers: number;
  withoutOwner: number;
  fields: { field: string; have: number; share: number }[];
  owners: { owner: string | null; customers: number; share: number; weakest: { field: string; share: number }[] }[];
}
