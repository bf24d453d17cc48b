import { bought } from './bought.ts';
import { channel } from './channel.ts';
import { data } from './data.ts';
import { field } from './field.ts';
import { happened } from './happened.ts';
import { intent } from './intent.ts';
import { interactions } from './interactions.ts';
import { journey } from './journey.ts';
import type { ConditionKind } from './kind.ts';
import { mentions } from './mentions.ts';
import { orders } from './orders.ts';
import { silence } from './silence.ts';
import { site } from './site.ts';
import { spend } from './spend.ts';
import { stage } from './stage.ts';
import { staleQuote } from './stale-quote.ts';
import { tag } from './tag.ts';
import { timeOfDay } from './time-of-day.ts';
import { topics } from './topics.ts';
import { weekday } from './weekday.ts';

/** Every kind of condition, by its word in rule files. */
export const conditionKinds: readonly ConditionKind[] = [
  bought,
  channel,
  data,
  field,
  happened,
  intent,
  interactions,
  journey,
  mentions,
  orders,
  silence,
  site,
  spend,
  stage,
  staleQuote,
  tag,
  timeOfDay,
  topics,
  weekday,
];
