import { RE2JS } from 're2js';
import { z } from 'zod';
import { name, text, yesOrNo } from './library-fields.ts';
import { modelFieldNames, productFields, productSchema } from './product-schema.ts';

const line = text.trim().min(1, 'Write something or take the field out.').max(400, 'Shorten it to 400 characters.');
const wholeNumber = z.int('Write a whole number.');

const id = text
  .regex(/^[a-z][a-z0-9_]{0,63}$/, 'Use at most 64 small letters, digits and underscores, a letter first.')
  // Tags are keys of plain objects in stored documents.
  .refine((value) => !(value in Object.prototype), 'Choose another id: this word has a meaning in the program.');

const pattern = text
  .max(200, 'Shorten it to 200 characters.')
  .refine(isPattern, 'Correct the pattern: RE2 cannot read it (it knows no look-ahead and no back-reference).');

const ttl = text.regex(/^(?:[1-9]\d{0,4}d|none)$/, 'Write days like 30d, or none.');

const common = {
  id,
  name,
  en: name.optional(),
  aliases: z.array(name).max(50, 'Keep at most 50 aliases.').optional(),
  colour: text
    .regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour like "#1677ff", in quotes.')
    .transform((value) => value.toLowerCase())
    .optional(),
  importance: wholeNumber.min(0, 'Write 0 or more.').max(1000, 'Write 1000 or less.').optional(),
  definition: line.optional(),
  owner: line.optional(),
  examples: z.array(line).max(50, 'Keep at most 50 examples.').optional(),
  archived: yesOrNo.optional(),
  merged_into: id.optional(),
  exclusive: yesOrNo.optional(),
  ttl: ttl.optional(),
};

const tagFields = {
  ...common,
  assignable: yesOrNo.optional(),
  restricted: z
    .strictObject({
      roles: z
        .array(z.enum(['agent', 'manager', 'admin'], 'Use agent, manager or admin.'))
        .min(1, 'Name at least one role, or take restricted out.'),
    })
    .optional(),
  machine: yesOrNo.optional(),
  source: z.enum(['pack', 'rule', 'intent', 'prediction', 'hand'], 'Use pack, rule, intent, prediction or hand.').optional(),
};

const groupFields = {
  ...common,
  ordered: yesOrNo.optional(),
  manual: yesOrNo.optional(),
  max: wholeNumber.min(1, 'Write 1 or more.').optional(),
  note: line.optional(),
  pattern: pattern.optional(),
};

export type TagForm = z.infer<z.ZodObject<typeof tagFields>> & { tags?: TagForm[] | undefined };
export type GroupForm = z.infer<z.ZodObject<typeof groupFields>> & {
  tags?: TagForm[] | undefined;
  groups?: GroupForm[] | undefined;
};

const tags = z.lazy(() => z.array(tag, 'Write a list of tags here.').optional());
const groups = z.lazy(() => z.array(group, 'Write a list of groups here.').optional());
const tag: z.ZodType<TagForm> = z.strictObject({ ...tagFields, tags });
const group: z.ZodType<GroupForm> = z.strictObject({ ...groupFields, tags, groups });

const caps = z.strictObject({
  tags: wholeNumber.min(1, 'Write 1 or more.').default(1000),
  perCustomer: wholeNumber.min(1, 'Write 1 or more.').default(100),
  topGroups: wholeNumber.min(1, 'Write 1 or more.').default(12),
});

/** The library file as it is written: groups that hold tags and groups, tags that hold tags, and the products that are sold. */
export const librarySchema = z.strictObject({
  version: wholeNumber.min(1, 'Write 1 or more.').default(1),
  caps: caps.prefault({}),
  groups: z.array(group, 'Write a list of groups here.'),
  products: z.array(productSchema, 'Write a list of products here.').max(10_000, 'Keep at most 10 000 products.').optional(),
});

export type LibraryForm = z.infer<typeof librarySchema>;

/** The fields that may stand at a place of the file, to name the nearest one where a word is wrong. */
export function fieldsAt(path: readonly PropertyKey[]): string[] {
  const place = path.findLast((step) => typeof step === 'string');
  if (place === 'models') return modelFieldNames;
  const shape = {
    tags: { ...tagFields, tags },
    groups: { ...groupFields, tags, groups },
    products: productFields,
    caps: caps.shape,
    restricted: { roles: true },
  }[String(place)];
  return Object.keys(shape ?? librarySchema.shape);
}

function isPattern(source: string): boolean {
  try {
    RE2JS.compile(source);
    return true;
  } catch {
    return false;
  }
}
