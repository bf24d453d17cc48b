import type { People } from '../config/people.ts';
import { type Actor, ROLES, type Role } from '../domain/person.ts';
import { UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import type { Global } from './verb.ts';

const readRole = (text: string): Role => {
  const role = ROLES.find((one) => one === text);
  if (!role) throw new UsageError('bad_role', { role: text });
  return role;
};

/**
 * Who acts: the person of `--as`, or the local operator. `--role` serves only while the people file names nobody.
 * @throws UserError when the name is unknown or the role is refused.
 */
export const who = ({ as, role }: Global, people: People): Actor => {
  if (role !== undefined && people.all.length > 0) throw new UserError('role_refused');
  const person = as === undefined ? undefined : people.byId(as);
  if (person) return { id: person.id, name: person.name, role: person.role };
  // The name goes into the history of whatever this call changes.
  if (as !== undefined && redact(as) !== as) throw new UserError('no_id_numbers', { field: '--as' });
  if (as !== undefined && role === undefined) throw new UserError('unknown_person', { name: as });
  return { id: as ?? 'local', name: as ?? 'local', role: role === undefined ? 'admin' : readRole(role) };
};
