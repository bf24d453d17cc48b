import { z } from 'zod';
import { ROLES } from '../../domain/person.ts';
import { instant, named } from './named.ts';

const product = z.object({
  ...{ id: z.string(), name: z.string(), aliases: z.array(z.string()), archived: z.boolean() },
  models: z.array(z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()), archived: z.boolean() })),
  urls: z.array(z.string()),
});

export const libraryForm = named(
  'Library',
  z.object({
    version: z.number(),
    nodes: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        name: z.string(),
        en: z.string().nullable(),
        parent: z.string().nullable(),
        depth: z.number(),
        colour: z.string(),
        customers: z.number(),
        definition: z.string().nullable(),
        restricted: z.boolean(),
        roles: z.array(z.enum(ROLES)).nullable(),
        aliases: z.array(z.string()),
        archived: z.boolean(),
      }),
    ),
    products: z.array(product),
  }),
);

const choice = named(
  'Choice',
  z.object({
    ...{ id: z.string(), name: z.string(), en: z.string().exactOptional(), colour: z.string() },
    restricted: z.literal(true).exactOptional(),
    customers: z.number().exactOptional(),
    own: z.number().exactOptional(),
  }),
);
const choiceGroup = z.object({
  ...{ id: z.string(), name: z.string(), en: z.string().exactOptional(), note: z.string().exactOptional() },
  tags: z.array(choice),
});
export const choicesForm = named(
  'Choices',
  z.object({ version: z.number(), groups: z.array(choiceGroup), others: z.array(choice), stages: z.array(z.string()) }),
);

const ruleShape = {
  ...{ id: z.string(), name: z.string(), does: z.string(), kind: z.enum(['state', 'event']), version: z.string() },
  ...{ mode: z.enum(['on', 'off']), switched: z.boolean(), file: z.string() },
};
export const rulesForm = named('Rules', z.object({ rules: z.array(z.object(ruleShape)) }));

const written = z.record(z.string(), z.unknown());
export const ruleForm = named(
  'Rule',
  z.object({
    ...ruleShape,
    written,
    carried: z.array(z.object({ tag: z.string(), customers: z.number() })),
    history: z.array(z.object({ at: instant, version: z.string(), written })).exactOptional(),
    changed: z.boolean().exactOptional(),
  }),
);
