import { nearWord } from '../domain/near-word.ts';
import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { customer } from './customer.ts';
import { digest } from './digest.ts';
import { done } from './done.ts';
import { find } from './find.ts';
import { createHelp } from './help.ts';
import { leads } from './leads.ts';
import { learn } from './learn.ts';
import { library } from './library.ts';
import { material } from './material.ts';
import { product } from './product.ts';
import { quotes } from './quotes.ts';
import { review } from './review.ts';
import { rules } from './rules.ts';
import { segment } from './segment.ts';
import { stage } from './stage.ts';
import { tag } from './tag.ts';
import { tags } from './tags.ts';
import { task } from './task.ts';
import { tasks } from './tasks.ts';
import { undo } from './undo.ts';
import { webhooks } from './webhooks.ts';
import { why } from './why.ts';

/** Every command that people can give, in the order in which help shows them. */
export const commands: readonly Command[] = [
  tags,
  why,
  tag,
  undo,
  segment,
  find,
  customer,
  stage,
  quotes,
  task,
  tasks,
  done,
  leads,
  review,
  learn,
  material,
  digest,
  library,
  product,
  rules,
  webhooks,
  audit,
  createHelp(() => commands),
];

/** The name or alias that somebody most likely meant; `help` where none is close. */
export const nearCommand = (word: string): string =>
  nearWord(
    word,
    commands.flatMap(({ name, aliases }) => [name, ...aliases]),
  ) ?? 'help';

/** The command of a name or alias. */
export const commandNamed = (word: string): Command | undefined =>
  commands.find(({ name, aliases }) => name === word.toLowerCase() || aliases.includes(word));
