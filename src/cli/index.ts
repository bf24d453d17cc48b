import type { Verb } from './verb.ts';

const command = (name: string) => async (): Promise<Verb> => (await import('./command-verb.ts')).commandVerb(name);

/** Every verb of the command line, in the order in which help shows them; each is loaded when it is called. */
export const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import('./start.ts')).start,
  console: async () => (await import('./console.ts')).consoleVerb,
  replay: async () => (await import('./replay.ts')).replay,
  match: async () => (await import('./match.ts')).match,
  sample: async () => (await import('./sample.ts')).sample,
  tags: command('tags'),
  why: command('why'),
  tag: command('tag'),
  undo: command('undo'),
  segment: command('segment'),
  find: command('find'),
  customer: command('customer'),
  stage: command('stage'),
  quotes: command('quotes'),
  task: command('task'),
  tasks: command('tasks'),
  done: command('done'),
  leads: command('leads'),
  digest: async () => (await import('./digest.ts')).digest,
  library: command('library'),
  product: command('product'),
  audit: command('audit'),
  packs: async () => (await import('./packs.ts')).packs,
  rules: async () => (await import('./rules.ts')).rules(),
  webhooks: command('webhooks'),
  import: async () => (await import('./import.ts')).importVerb,
  intents: async () => (await import('./intents.ts')).intents,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  export: async () => (await import('./export.ts')).exportVerb,
  quarantine: async () => (await import('./quarantine.ts')).quarantine,
  doctor: async () => (await import('./doctor.ts')).doctor,
  help: async () => (await import('./help.ts')).createHelp(verbs),
};
