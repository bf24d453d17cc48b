import type { CauseAnswer, EvidenceAnswer, FactAnswer } from '../domain/answers.ts';
import { CAUSE_KINDS, type Cause } from '../domain/cause.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import type { Events } from '../store/events.ts';

export const iso = (at: Instant): string => new Date(at).toISOString();
export const isoOrNull = (at: Instant | null | undefined): string | null => (at === null || at === undefined ? null : iso(at));

/** The words of a message or of an edit; null for anything else. */
export const textOf = ({ body }: KeptEvent): string | null => {
  if (body.kind === 'message') return body.text;
  return body.kind === 'fact' && body.name === 'edit' ? String(body.data['text']) : null;
};

const TOLD = ['order', 'quote', 'amount', 'currency', 'product', 'model'] as const;

/** What a fact says that people ask for; null for a message and what changes one. */
export const factOf = ({ body }: KeptEvent): FactAnswer | null => {
  if (body.kind !== 'fact' || body.name === 'edit') return null;
  const { data } = body;
  const told = TOLD.flatMap((name) => (data[name] === undefined || data[name] === null ? [] : [[name, data[name]]]));
  return { event: body.name, ...Object.fromEntries(told) };
};

/** An event as evidence, without any words that it may have. */
export const factEvidence = (event: KeptEvent, at: Instant): EvidenceAnswer => {
  const fact = factOf(event);
  return { message: event.message, text: null, span: null, at: iso(at), ...(fact ? { fact } : {}) };
};

const strongestFirst = (causes: readonly Cause[]): Cause[] =>
  [...causes].sort((a, b) => CAUSE_KINDS.indexOf(a.kind) - CAUSE_KINDS.indexOf(b.kind));

/** Causes as answers show them, strongest first, with the words of their evidence looked up. */
export const createCauseAnswers = async (
  events: Events,
  all: readonly Cause[],
): Promise<(causes: readonly Cause[]) => CauseAnswer[]> => {
  const keys = new Set(
    all.flatMap((cause) => cause.evidence.flatMap(({ event, words }) => (words === undefined ? [event] : [event, words]))),
  );
  const found = new Map((await events.byKeys([...keys])).map((event) => [event._id, event]));
  const evidence = ({ event, words, span, at }: Cause['evidence'][number]): EvidenceAnswer => {
    const source = found.get(words ?? event);
    const text = source ? textOf(source) : null;
    if (source && text === null) return factEvidence(source, at);
    return { message: found.get(event)?.message ?? event, text, span: span ?? null, at: iso(at) };
  };
  return (causes) =>
    strongestFirst(causes).map((cause) => ({
      kind: cause.kind,
      id: cause.id,
      version: cause.version,
      since: iso(cause.since),
      expiresAt: isoOrNull(cause.until),
      confidence: cause.confidence,
      count: cause.count,
      evidence: cause.evidence.map(evidence),
    }));
};
