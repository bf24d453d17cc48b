import type { KeptEvent } from '../../src/domain/event.ts';
import { START } from './lines.ts';

const what = ({ body, from, message }: KeptEvent): string => {
  if (body.kind === 'message') return `${message} ${from}: ${body.text}${body.forwarded ? ' (forwarded)' : ''}`;
  if (body.kind === 'fact') return `${body.name} ${JSON.stringify(body.data)}`;
  if (body.kind === 'import') return `${body.file} by ${body.actor.role} +[${body.tags}] ${JSON.stringify(body.fields)}`;
  return `${body.actor.id}${body.undo === null ? '' : ` undoes ${body.undo}`} +[${body.add}] -[${body.remove}]`;
};

/** A history in a line an event, in hours since its beginning, for whoever reads a failure. */
export const retell = (events: readonly KeptEvent[]): string =>
  [...events]
    .sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1))
    .map((event) => `${(event.at - START) / 3_600_000} h ${event._id} ${what(event)}`)
    .join('\n');
