import type { App } from '../app.ts';

/** The zone in which a person's times are read: their own, else the configuration's. */
export const zoneOf = ({ inForce }: Pick<App, 'inForce'>, person: string): string =>
  inForce.people().byId(person)?.zone ?? inForce.config().zone;
