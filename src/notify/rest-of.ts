import type { InForce } from '../in-force.ts';
import type { Rest } from './quiet-until.ts';

/** When somebody wants to be left alone: by their own entry in the people file, else as everybody. */
export const restOf = ({ config, people }: Pick<InForce, 'config' | 'people'>, id: string): Rest => {
  const { zone, quiet, calendar } = config();
  const person = people().byId(id);
  return { zone: person?.zone ?? zone, quiet: person?.quiet ?? quiet, calendar };
};
