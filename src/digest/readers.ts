import type { InForce } from '../in-force.ts';
import type { Reader } from './briefings.ts';

/** When the digest comes where nobody says when. */
const MORNING = '09:00';

/** The time of day that a person's digest ends at: their own, else everybody's; also for those who want none sent. */
export const digestTime = ({ config, people }: Pick<InForce, 'config' | 'people'>, id: string): string =>
  [people().byId(id)?.digest?.at, config().digest.at].find((at) => at !== undefined && at !== 'off') ?? MORNING;

/** Everybody who may get a daily message. Where nobody is named, it is the operator of the command line. */
export const readersIn = ({ config, people }: Pick<InForce, 'config' | 'people'>): Reader[] => {
  const { zone, digest } = config();
  const staff = people().all;
  if (staff.length === 0) return [{ id: 'local', role: 'admin', zone, at: digest.at }];
  return staff.map((person) => ({ id: person.id, role: person.role, zone: person.zone, at: person.digest?.at ?? digest.at }));
};
