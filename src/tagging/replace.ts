import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import { holdBackReplaced } from '../domain/held-back.ts';
import type { Instant } from '../domain/time.ts';

/** Takes the replaced tags away, each change naming what came instead. */
export const replace = (
  state: CustomerState,
  replaced: readonly string[],
  by: { tag: string; actor: string; cause: Change['cause'] },
  at: Instant,
): Change[] =>
  replaced.map((tag) => {
    const held = state.tags[tag];
    if (held) holdBackReplaced(state, tag, held);
    delete state.tags[tag];
    return { at, tag, action: 'remove', actor: by.actor, cause: by.cause, reason: 'replaced', replacedBy: by.tag };
  });
