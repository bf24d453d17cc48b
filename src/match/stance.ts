import type { Reading, Stance } from '../domain/reading.ts';
import { bareAnswer, isFinal } from './bare-answer.ts';
import { CUE, type Cue } from './cue.ts';
import { LONGEST_PHRASE } from './keyword-pack.ts';
import { REASON } from './light-words.ts';
import { offers } from './offers.ts';
import { takeBackParted } from './parted.ts';
import { polarity } from './polarity.ts';
import { isLive, isRefused, type Judged, judge, type Refusal, takeBack } from './refusals.ts';
import { is, type Mention, type SaidText, saidText, within } from './said-text.ts';

/** What the stance layer says of a text: all of a reading but its hits, of which it says only whether each counts. */
export interface StanceReading extends Pick<Reading, 'stance' | 'urgent' | 'block' | 'bare' | 'offers'> {
  /** One for each mention, in their order; null where it does not count at all. */
  negated: (boolean | null)[];
}

/** What is put off when nothing is named: 先不, not yet. */
const BUYING_TOPIC = 'purchase';
const STRONG =
  /^(?:我想$|我要|我想要|我需要|我买|给我|发我|发给我|麻烦|帮我|请$|想买|要买|就要|就买|来一|来个|来份|迫不及待|i'd|id |we'd|would l|send|please|pls|plz|kindly|give|get me|i'll|we'll|ill take|can't wait|cant wait|let|go ahead|sign me|looking for|need$|want$)/;

/** A rhetorical question about what is late, not an invitation. */
const LATE = /没|一直|才|haven|hasn|didn/;

/** 没有价格 misses it and refuses nothing. */
const LACKING = /(?:没有?|冇|无)$/;

/** Whether a mention counts: a word that counts only alone does so in company where it is refused. */
const counts = (said: SaidText, one: Judged): boolean =>
  !one.faint || (isRefused(one) && !LACKING.test(said.text.slice(Math.max(0, one.from - 2), one.from)));

function blocked(judged: Judged[], loose: Refusal[]): string[] {
  if (loose.length === 0 && !judged.some(isRefused)) return [];
  const named = new Set<string>();
  for (const one of judged) {
    if (one.demand && isRefused(one)) named.add(one.topic);
  }
  // A topic that is asked for again after its refusal stays.
  for (const topic of [...named]) {
    const last = judged.filter((one) => one.topic === topic).at(-1);
    if (last && isLive(last.polarity)) named.delete(topic);
  }
  // Only a refusal for good, of nothing in particular, takes every demand back; putting off takes back the purchase alone.
  const strong = loose.filter((refusal) => !refusal.weak);
  if (strong.some((refusal) => !refusal.deferred)) named.add('*');
  else if (strong.length > 0) named.add(BUYING_TOPIC);
  return [...named];
}

const live = (one: Judged) => isLive(one.polarity);
const isReason = (said: SaidText, { from, to }: Judged) => REASON.test(said.text.slice(from, to));

/** Whether the speaker says a word of such a kind of their own, and not denied. */
const speaks = (said: SaidText, kind: number): boolean =>
  (said.kinds & kind) !== 0 && said.cues.some((cue) => is(cue, kind) && isLive(polarity(said, cue)));

function wish(said: SaidText, judged: Judged[]): Stance {
  const open = (said.kinds & CUE.want) === 0 ? [] : said.cues.filter((cue) => is(cue, CUE.want) && isLive(polarity(said, cue)));
  const rhetorical = (said.kinds & CUE.why) !== 0 || judged.some((one) => one.polarity === 'asked');
  const demanded = judged.some((one) => one.demand && live(one) && !isReason(said, one));
  if (rhetorical && (demanded || open.length > 0) && (said.kinds & CUE.complain) === 0) return 'want';
  if (upset(said, judged)) return 'complain';
  if (open.some((cue) => STRONG.test(said.text.slice(cue.from, cue.to)))) return 'want';
  if ((said.kinds & CUE.ask) !== 0 || said.clauses.some((clause) => clause.question)) return 'ask';
  return demanded || open.length > 0 ? 'want' : 'none';
}

function upset(said: SaidText, judged: Judged[]): boolean {
  if ((said.kinds & (CUE.complain | CUE.unmet | CUE.why)) === 0) return false;
  const due = judged.some((one) => !one.demand && live(one));
  const nags = (cue: Cue) => is(cue, CUE.why) && (due || LATE.test(said.text.slice(cue.from, cue.to)));
  const denied = (cue: Cue) => within(judged, cue.from - LONGEST_PHRASE, cue.to).some((one) => !live(one) && cue.from < one.to);
  const grudge = (cue: Cue) => (is(cue, CUE.complain | CUE.unmet) || nags(cue)) && !denied(cue);
  return said.cues.some((cue) => grudge(cue) && (!is(cue, CUE.complain) || isLive(polarity(said, cue))));
}

/** 等发工资再买: a wish without a topic, put off. */
function putsOffBuying(said: SaidText): boolean {
  return (said.kinds & CUE.want) !== 0 && said.cues.some((cue) => is(cue, CUE.want) && polarity(said, cue) === 'deferred');
}

/** 不要A产品, we no longer want: something turned down that no topic names. */
function declines(said: SaidText): boolean {
  if ((said.kinds & CUE.far) === 0) return false;
  return said.clauses.some((clause) =>
    within(said.cues, clause.from, clause.to).some((cue) => {
      const begins = cue.from - clause.from <= 2 || said.text.slice(clause.from, cue.from) === 'we ';
      return is(cue, CUE.far) && begins && !clause.question;
    }),
  );
}

function stanceOf(said: SaidText, judged: Judged[], loose: Refusal[]): Stance {
  const takenBack = judged.filter(isRefused);
  const lastBack = Math.max(takenBack.at(-1)?.from ?? -1, loose.filter((one) => !one.weak).at(-1)?.at ?? -1);
  const wanted = judged.some((one) => one.demand && live(one) && one.from > lastBack && !isReason(said, one));
  if (!wanted) {
    const refused =
      takenBack.some((one) => one.polarity === 'refused' && one.demand && !isReason(said, one)) ||
      loose.some((one) => !one.deferred);
    if (refused) return 'refuse';
    const deferred = takenBack.some((one) => one.polarity === 'deferred') || loose.some((one) => one.deferred);
    if (deferred || (!judged.some(live) && putsOffBuying(said))) return 'defer';
  }
  const wished = wish(said, judged);
  return wished === 'none' && declines(said) ? 'refuse' : wished;
}

/**
 * Reads the speaker's stance off the raw normalised text, by cues and their reach within clauses: never by words cut apart, which turns
 * 还没收到货 into "confiscated, arrived". `cues` are in order and do not overlap.
 */
export function readStance(options: { text: string; cues: Cue[]; mentions: Mention[] }): StanceReading {
  const said = saidText(options.text, options.cues, options.mentions);
  const all = judge(said);
  const judged = all.some((one) => one.faint) ? all.filter((one) => counts(said, one)) : all;
  const loose = takeBack(said, judged, takeBackParted(said, judged));
  const bare = bareAnswer(options.text);
  const negated = all.map((one) => (counts(said, one) ? !live(one) : null));
  if (bare !== null && judged.length === 0) {
    const block = bare === 'no' && isFinal(options.text) ? ['*'] : [];
    return { negated, stance: bare === 'no' ? 'refuse' : 'none', urgent: false, block, bare, offers: [] };
  }
  return {
    negated,
    stance: stanceOf(said, judged, loose),
    // 不急 is no hurry.
    urgent: speaks(said, CUE.urgent),
    block: blocked(judged, loose),
    bare,
    offers: offers(said, judged),
  };
}
