import { iso } from '../answers/cause-answers.ts';
import { seenBy, sightOf } from '../answers/team.ts';
import type { App } from '../app.ts';
import type { Seer } from '../domain/person.ts';
import type { DigestAnswer } from '../domain/told.ts';
import { digestSections } from './digest-sections.ts';
import type { DigestWindow } from './digest-window.ts';

/** The digest of one person for a window of time: what they see, as of its end. */
export const digestAnswer = async (app: App, reader: Seer, window: DigestWindow): Promise<DigestAnswer> => {
  const behind = await app.behind();
  const people = app.inForce.people();
  return {
    ...{ for: reader.id, date: window.date, asOf: iso(window.to), ...(behind > 0 ? { behindMinutes: behind } : {}) },
    seen: seenBy(reader, people),
    sections: await digestSections(app, sightOf(reader, people), window, app.clock.asOf()),
  };
};
