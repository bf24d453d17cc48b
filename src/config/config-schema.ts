import { z } from 'zod';
import { decimalsOf } from '../domain/money.ts';
import { ROLES } from '../domain/person.ts';
import { hostOf } from '../domain/site.ts';
import { webhookFields, webhooks } from './webhook-schema.ts';

const text = (what: string) =>
  z.string(`Write ${what} here, in quotes if it looks like a number.`).trim().min(1, `Write ${what} here.`);
const number = z.number('Write a number here.');
const list = <T extends z.ZodType>(item: T, what: string) => z.array(item, `Write a list of ${what} here.`).default([]);
const zone = text('a time zone').refine(isZone, 'Write a time zone of the IANA list, like Asia/Shanghai.');
const lang = z.enum(['zh', 'en'], 'Write zh or en.');
const currency = text('a currency').refine((code) => decimalsOf(code) !== undefined, 'Write a currency of ISO 4217, like CNY.');
const timeOfDay = text('a time of day').regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day in quotes, like "09:00".');
/** A word for a whole entry that asks for none of it. */
const offAs = <T extends z.ZodType>(off: unknown, schema: T) => z.preprocess((value) => (value === 'off' ? off : value), schema);
const digestShape = z.strictObject(
  { at: z.union([z.literal('off'), timeOfDay], 'Write a time of day in quotes, like "09:00", or off.').default('09:00') },
  'Write digest as name: value pairs, like at: "09:00".',
);
const digest = offAs({ at: 'off' }, digestShape);
/** From and to the same time: no quiet hours. */
const quiet = offAs(
  { from: '00:00', to: '00:00' },
  z.strictObject({ from: timeOfDay, to: timeOfDay }, 'Write off, or from and to, like { from: "21:00", to: "08:30" }.'),
);
const date = text('a date').refine(isDate, 'Write a date in quotes, like "2026-10-01".');
const calendar = z.strictObject(
  { holidays: list(date, 'dates'), workdays: list(date, 'dates') },
  'Write calendar as holidays: and workdays:, each a list of dates.',
);
const site = text('a host name')
  .toLowerCase()
  .regex(
    /^(?!-)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+$/u,
    'Write a host name alone, like shop.example.com: no https://, no path, no star.',
  )
  .transform((host) => hostOf(`//${host}`) ?? host);
const cap = number.int('Write a whole number.').min(1, 'Write 1 or more.').optional();

const person = z.strictObject({
  // The operator of the command line is audited as `local`.
  id: text('an id').refine((id) => id !== 'local', 'Choose another id: local is the operator of the command line.'),
  name: text('a name'),
  role: z.enum(ROLES, `Write one of ${ROLES.join(', ')}.`),
  team: text('a team').optional(),
  manager: text("the manager's id").optional(),
  zone: zone.optional(),
  lang: lang.optional(),
  /** Their own time for the daily digest, in their own zone; off: they want none. */
  digest: digest.optional(),
  quiet: quiet.optional(),
  ids: z.record(z.string(), text("the person's id in this channel"), 'Write channel: id pairs here.').default({}),
});

const caps = z.strictObject({ tags: cap, perCustomer: cap, topGroups: cap }, 'Write caps as name: number pairs.');

/** `tagwise.yaml` as it is written. */
export const configSchema = z.strictObject(
  {
    people: list(person, 'people'),
    /** Marks the database as this company's; another installation's is refused. */
    installation: text('a name').optional(),
    zone: zone.default('Asia/Shanghai'),
    lang: lang.optional(),
    /** Minutes; messages closer than this are one interaction, 0: each counts. */
    session_gap: number.min(0, 'Write 0 or more minutes.').max(1440, 'Write 1440 minutes (a day) or less.').default(30),
    silence_days: number.gt(0, 'Write more than 0 days.').max(3650, 'Write 3650 days or less.').default(30),
    quote_days: number.gt(0, 'Write more than 0 days.').max(3650, 'Write 3650 days or less.').default(3),
    /** Directories of keyword packs beside the shipped ones. */
    keywords: list(text('a directory'), 'directories'),
    /** Directories of intents beside the shipped ones. */
    intents: list(text('a directory'), 'directories'),
    /** Each adapter checks its own. */
    channels: z.record(z.string(), z.unknown(), 'Write one entry a channel here.').default({}),
    /** Directories of rules beside the shipped ones. */
    rules: list(text('a directory'), 'directories'),
    /** Directories of material: words and cases for customers of certain tags. */
    material: list(text('a directory'), 'directories'),
    /** The home currency, and what one unit of others is worth in it; amounts without a rate count nothing. */
    currency: currency.default('CNY'),
    rates: z.record(currency, number.gt(0, 'Write more than 0.'), 'Write currency: rate pairs here.').default({}),
    caps: caps.default({}),
    /** Hosts of our own pages, their sub-hosts included; where none is named, every visit is one of ours. */
    sites: list(site, 'host names'),
    /** When the daily digest comes, in each person's own zone. */
    digest: digest.default({ at: '09:00' }),
    /** When nobody is told anything that can wait, in each person's own zone. */
    quiet: quiet.default({ from: '21:00', to: '08:30' }),
    /** Days off: weekends and holidays, but for the weekend days that are worked (调休). Without it every day is a working day. */
    calendar: calendar.optional(),
    /** Staff get a card when a customer with one of these writes after a while. */
    important_tags: z.array(text('a tag'), 'Write a list of tags here.').default(['VIP客户', '投诉客户', '曾投诉']),
    /** Programs that are told of changes. */
    webhooks,
  },
  'Write name: value lines, like zone: Asia/Shanghai.',
);

export type ConfigForm = z.infer<typeof configSchema>;

/** The fields that may stand at a place of the file, to name the nearest one where a word is wrong. */
export function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  if (path[0] === 'webhooks') return webhookFields;
  const last = path.findLast((step) => typeof step === 'string');
  if (last === 'digest') return Object.keys(digestShape.shape);
  if (last === 'quiet') return ['from', 'to'];
  if (last === 'calendar') return Object.keys(calendar.shape);
  const shape = path[0] === 'people' ? person.shape : path[0] === 'caps' ? caps.shape : configSchema.shape;
  return Object.keys(shape);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** Whether the computer knows this zone by name; a bare offset like +08:00 has no name and no summer time. */
function isZone(name: string): boolean {
  try {
    return !/^[+-]/.test(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}
