import { stringify } from 'yaml';
import type { z } from 'zod';
import { editDistance } from '../domain/edit-distance.ts';
import { issueMessage } from '../domain/issue-message.ts';
import { boughtTag, interestTag, modelTag, type Product } from '../domain/product.ts';
import { type Read, readYaml } from '../domain/read-yaml.ts';
import type { Library, TagNode } from '../domain/tag.ts';
import { type Problem, ProblemsError } from '../errors.ts';
import { checkLibrary } from './check-library.ts';
import { checkProducts, type ProductFault } from './check-products.ts';
import { eachOnce } from './each-once.ts';
import type { Fault } from './library-fault.ts';
import { formOf, nodesOf, type Placed } from './library-form.ts';
import { fieldsAt, librarySchema } from './library-schema.ts';
import { productForm, productOf } from './product-schema.ts';

/**
 * Reads the text of a library file; `file` names it in the messages.
 * @throws ProblemsError `library_broken`, with everything that is wrong, each with its line.
 */
export function parseLibrary(text: string, file: string): Library {
  const read = readYaml({ text, file });
  if (Array.isArray(read)) throw new ProblemsError('library_broken', read);
  const parsed = librarySchema.safeParse(read.value);
  if (!parsed.success)
    throw new ProblemsError(
      'library_broken',
      parsed.error.issues.flatMap((issue) => problemsOf(issue, file, read)),
    );
  const { version, caps } = parsed.data;
  const placed = nodesOf(parsed.data);
  const nodes = placed.map(({ node }) => node);
  const products = parsed.data.products?.map(productOf) ?? [];
  const problems = [
    ...checkLibrary({ nodes, products, caps }).map((fault) => problemOf(fault, file, read, placeIn(placed, products))),
    ...checkProducts(products).map((fault) => productProblem(fault, file, read)),
  ];
  if (problems.length > 0) throw new ProblemsError('library_broken', eachOnce(problems));
  return { version, caps, nodes, ...(products.length > 0 ? { products } : {}) };
}

/** The YAML text of a library; `parseLibrary` of it gives the library back, siblings with tags before groups. */
export function formatLibrary(library: Library): string {
  const products = library.products ?? [];
  const form = { ...formOf(library), ...(products.length > 0 ? { products: products.map(productForm) } : {}) };
  return stringify(form, { lineWidth: 130, singleQuote: true, aliasDuplicateObjects: false });
}

function problemsOf(issue: z.core.$ZodIssue, file: string, { lineOf }: Read): Problem[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ file, line: lineOf(issue.path), field: fieldName(issue.path), message: issueMessage(issue) }];
  const fields = fieldsAt(issue.path);
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const [near] = fields.toSorted((a, b) => editDistance(a, key) - editDistance(b, key));
    const close = near !== undefined && key.length < 40 && editDistance(near, key) <= Math.max(2, near.length / 3);
    const message = close
      ? `Did you mean ${near}? There is no such field here.`
      : `Take it out. The fields here are: ${fields.join(', ')}.`;
    return { file, line: lineOf(path), field: fieldName([...issue.path, key.slice(0, 40)]), message };
  });
}

type PlaceOf = (node: TagNode) => PropertyKey[];

/** Where a node stands in the file; one that a product makes stands where the product does. */
const placeIn = (placed: readonly Placed[], products: readonly Product[]): PlaceOf => {
  const sold = products.map(({ id, models }, at): [string, PropertyKey[]][] => [
    ...[interestTag(id), boughtTag(id)].map((tag): [string, PropertyKey[]] => [tag, ['products', at]]),
    ...models.map((model, place): [string, PropertyKey[]] => [modelTag(model.id), ['products', at, 'models', place]]),
  ]);
  const made = new Map(sold.flat());
  const own = new Map<TagNode, PropertyKey[]>(placed.map(({ node, path }) => [node, path]));
  return (node) => own.get(node) ?? made.get(node.id) ?? [];
};

function problemOf(fault: Fault, file: string, { lineOf }: Read, placeOf: PlaceOf): Problem {
  const path = [...(fault.node ? placeOf(fault.node) : []), ...fault.field.split('.')];
  const other = fault.other ? ` (line ${lineOf(placeOf(fault.other)) ?? '?'}).` : '';
  return { file, line: lineOf(path), field: fieldName(path), message: `${fault.message}${other}` };
}

function productProblem({ at, field, message, other }: ProductFault, file: string, { lineOf }: Read): Problem {
  const steps = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const path = ['products', at, ...steps];
  const where = other === undefined ? '' : ` (line ${lineOf(['products', other]) ?? '?'}).`;
  return { file, line: lineOf(path), field: fieldName(path), message: `${message}${where}` };
}

const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
