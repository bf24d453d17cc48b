import { z } from 'zod';
import { derivedId } from '../domain/derived-id.ts';
import type { Product, ProductModel } from '../domain/product.ts';
import { PATTERN_LENGTH, patternFault } from '../domain/url-pattern.ts';
import { name, text, yesOrNo } from './library-fields.ts';

const id = text.regex(/^[a-z0-9][a-z0-9_]{0,47}$/, 'Use at most 48 small letters, digits and underscores, no underscore first.');

const url = text.trim().superRefine((pattern, context) => {
  const message = pattern === '' ? `Write an address of at most ${PATTERN_LENGTH} characters.` : patternFault(pattern);
  if (message !== null) context.addIssue({ code: 'custom', message });
});

const aliases = z.array(name, 'Write a list of names here.').max(50, 'Keep at most 50 aliases.').optional();
const modelFields = { id: id.optional(), name, aliases, archived: yesOrNo.optional() };

type ModelForm = z.infer<z.ZodObject<typeof modelFields>>;

/** A model is its name, or a few lines where it needs them. */
const model = z
  .union([name, z.strictObject(modelFields)], 'Write the name of a model, or name: and what belongs to it.')
  .transform((form): ModelForm => (typeof form === 'string' ? { name: form } : form));

export const productFields = {
  id: id.optional(),
  name,
  aliases,
  models: z.array(model, 'Write a list of models here.').max(200, 'Keep at most 200 models.').optional(),
  urls: z.array(url, 'Write a list of addresses here.').max(50, 'Keep at most 50 addresses.').optional(),
  archived: yesOrNo.optional(),
};

export const modelFieldNames = Object.keys(modelFields);

/** A product as it is written; ids that are not follow from the names. */
export const productSchema = z.strictObject(productFields);

export type ProductForm = z.infer<typeof productSchema>;

/** The product that a file describes. */
export const productOf = ({ id, name, aliases = [], models = [], urls = [], archived = false }: ProductForm): Product => ({
  ...{ id: id ?? derivedId(name), name, aliases, urls, archived },
  models: models.map((one) => ({
    ...{ id: one.id ?? derivedId(one.name), name: one.name },
    ...{ aliases: one.aliases ?? [], archived: one.archived ?? false },
  })),
});

/** A product as a file has it, in its shortest form but with its id, which must outlive its name. */
export const productForm = ({ id, name, aliases, models, urls, archived }: Product) => ({
  ...{ id, name },
  ...(aliases.length > 0 ? { aliases } : {}),
  ...(models.length > 0 ? { models: models.map(modelForm) } : {}),
  ...(urls.length > 0 ? { urls } : {}),
  ...(archived ? { archived } : {}),
});

const modelForm = ({ id, name, aliases, archived }: ProductModel) =>
  id === derivedId(name) && aliases.length === 0 && !archived
    ? name
    : { id, name, ...(aliases.length > 0 ? { aliases } : {}), ...(archived ? { archived } : {}) };
