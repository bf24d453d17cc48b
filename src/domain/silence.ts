import type { CustomerState } from './customer.ts';
import type { Instant } from './time.ts';

/** Since the customer's last act; without one, since the last contact that an import knew of, else since they came (semantics 7). */
export const silentSince = ({
  lastActAt,
  importedContactAt,
  createdAt,
}: Pick<CustomerState, 'lastActAt' | 'importedContactAt' | 'createdAt'>): Instant => lastActAt ?? importedContactAt ?? createdAt;
