import type { Role } from '../domain/person.ts';
import type { TagNode } from '../domain/tag.ts';
import { UserError } from '../errors.ts';

/** Who wants to touch which tag: a person's role, or `machine` for packs, rules, intents and predictions. */
export interface Wanting {
  tag: TagNode;
  by: Role | 'machine';
}

/**
 * Why somebody may not put this tag on a customer, or null where they may. The caller reads the role again at the change,
 * and writes a refusal into the audit log (semantics 13).
 */
export function maySet({ tag, by }: Wanting): UserError | null {
  if (tag.kind === 'group' || !tag.assignable)
    return new UserError('tag_not_assignable', { tag: tag.name, tagEn: tag.en ?? tag.name });
  if (tag.archived) return new UserError('tag_archived', { tag: tag.name, tagEn: tag.en ?? tag.name });
  return mayTouch({ tag, by });
}

/** Why somebody may not take this tag off a customer, or null where they may; an archived one may still be taken off. */
export function mayUnset({ tag, by }: Wanting): UserError | null {
  return mayTouch({ tag, by });
}

function mayTouch({ tag, by }: Wanting): UserError | null {
  if (by === 'machine')
    return tag.machine ? null : new UserError('tag_not_for_machines', { tag: tag.name, tagEn: tag.en ?? tag.name });
  if (by === 'viewer') return new UserError('viewer_changes_nothing');
  if (tag.roles && !tag.roles.includes(by)) {
    return new UserError('tag_restricted', { tag: tag.name, tagEn: tag.en ?? tag.name, role: by, roles: tag.roles.join(', ') });
  }
  return null;
}
