import { SurroundingsError } from '../errors.ts';

/** The system's code of an error (`ENOENT`, `EACCES`), or undefined for an error that is not the system's. */
export function errnoOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** Runs `work` on the home at `dir` and turns the system's refusals (no right, no room, read-only) into `home_unusable`. */
export function onHome<T>(dir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === undefined) throw error;
    throw new SurroundingsError('home_unusable', { dir, reason }, { cause: error });
  }
}
