import { Temporal } from 'temporal-polyfill';
import { iso } from '../answers/cause-answers.ts';
import { leadsAnswer } from '../answers/leads-answer.ts';
import { sightFor } from '../answers/task-sight.ts';
import { tasksAnswer } from '../answers/tasks-answer.ts';
import { ownSight } from '../answers/team.ts';
import type { App } from '../app.ts';
import { DAY } from '../domain/time.ts';
import type { MorningAnswer } from '../domain/told.ts';
import type { Briefing } from './briefings.ts';

/** More of either is no help in the morning: `/leads` and `/tasks` have all. */
const MOST = 20;

/** The end of the day, in the reader's zone. */
const dayEnd = ({ date, person }: Briefing): number =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime({ timeZone: person.zone }).epochMilliseconds;

/** A salesperson's morning message: their new leads of the last 24 hours, and what is due until the day ends; null when there is neither. */
export const morningAnswer = async (app: App, briefing: Briefing): Promise<MorningAnswer | null> => {
  const { person, date, at } = briefing;
  const own = ownSight(person.id, app.inForce.people());
  const leads = await leadsAnswer(app, own, at - DAY, MOST);
  const { tasks } = await tasksAnswer(app, { sight: sightFor(person.id, app.inForce.people()), snoozed: false, at });
  const end = dayEnd(briefing);
  const today = tasks.filter(({ due }) => due === null || Date.parse(due) < end).slice(0, MOST);
  if (leads.length === 0 && today.length === 0) return null;
  return { for: person.id, date, asOf: iso(at), leads, tasks: today };
};
