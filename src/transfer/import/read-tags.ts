import { maySet } from '../../tagging/permission.ts';
import { cleanTags } from '../clean/clean-tags.ts';
import { Unclean } from '../clean/fault.ts';
import type { Draft, Reading } from './reading.ts';

/** Why a tag may not stand in this row, beside the others that it has. */
const faultOf = (tag: string, { tags }: Draft, { tree, label, role, denied }: Reading): Unclean | null => {
  const node = tree.node(tag);
  const refused = node ? maySet({ tag: node, by: role }) : null;
  if (refused?.code === 'tag_restricted') {
    denied(tag);
    return new Unclean('restricted_tag', `Only a manager may import the tag ${label(tag)}.`);
  }
  if (refused)
    return new Unclean('unusable_tag', `The tag ${label(tag)} only gathers others, or is archived: take one of its tags.`);
  const root = tree.exclusiveRoot(tag);
  const rival = root === null ? undefined : tags.find((other) => other !== tag && tree.exclusiveRoot(other) === root);
  if (rival === undefined) return null;
  return new Unclean('exclusive_tags', `Keep one of ${label(rival)} and ${label(tag)}: they exclude each other.`);
};

/** Takes the tags of a cell into the draft. `group`: all lie in it. */
export const readTags = (text: string, group: string | null, draft: Draft, reading: Reading): Unclean | undefined => {
  const tags = cleanTags(text, group, reading);
  if (tags instanceof Unclean) return tags;
  for (const tag of tags) {
    const fault = faultOf(tag, draft, reading);
    if (fault) return fault;
    if (!draft.tags.includes(tag)) draft.tags.push(tag);
  }
  return undefined;
};
