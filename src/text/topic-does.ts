import type { Lang } from './lang.ts';
import { printable } from './printable.ts';

/** As many phrases as a line has room for. */
const SHOWN = 4;

const HAN = /\p{Script=Han}/u;

interface Topic {
  tags: readonly string[];
  phrases: readonly string[];
  needs: { hits: number; days: number };
}

/** What a topic of the packs does, in a line: what customers say, how often, and the tags that this gives. */
export const topicDoes = (
  { tags, phrases, needs }: Topic,
  { lang, tag }: { lang: Lang; tag: (id: string) => string },
): string => {
  const zh = lang === 'zh';
  const own = phrases.filter((phrase) => HAN.test(phrase) === zh);
  const shown = (own.length > 0 ? own : phrases)
    .slice(0, SHOWN)
    .map((phrase) => (zh ? `“${printable(phrase)}”` : `"${printable(phrase)}"`));
  const more = phrases.length > shown.length ? (zh ? '等' : ' …') : '';
  const often =
    needs.hits === 1 ? '' : zh ? `，${needs.days} 天内 ${needs.hits} 次` : `, ${needs.hits} times in ${needs.days} days`;
  const given = tags.map((id) => printable(tag(id))).join(zh ? '、' : ', ');
  return zh ? `说到${shown.join('')}${more}${often} → ${given}` : `says ${shown.join(', ')}${more}${often} → ${given}`;
};
