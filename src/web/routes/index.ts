import type { Route } from '../route.ts';
import { customers } from './customers.ts';
import { daily } from './daily.ts';
import { events } from './events.ts';
import { library } from './library.ts';
import { libraryEdits } from './library-edits.ts';
import { live } from './live.ts';
import { me } from './me.ts';
import { people } from './people.ts';
import { segments } from './segments.ts';
import { tags } from './tags.ts';
import { tasks } from './tasks.ts';
import { usage } from './usage.ts';

/** Every address of the API, in the order in which its description shows them. */
export const routes: readonly Route[] = [
  ...me,
  ...people,
  ...customers,
  ...live,
  ...tags,
  ...segments,
  ...tasks,
  ...daily,
  ...library,
  ...libraryEdits,
  ...usage,
  ...events,
];
