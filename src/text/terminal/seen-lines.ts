import type { Seen } from '../../domain/answers.ts';
import type { Lang } from '../lang.ts';

const WORDS = {
  zh: {
    viewer: '你的角色（viewer）只看得到自己名下的，所以这里通常是空的；要看团队的，请管理员换一个角色。',
    own: '这里只有你自己的；团队的请主管看。',
    ownByChoice: '这里只有你自己的；团队的用 leads --all 看。',
  },
  en: {
    viewer:
      'Your role (viewer) sees only what is its own, so this is mostly empty; to see the team’s, ask an admin for another role.',
    own: 'Only your own is shown here; a manager sees the team’s.',
    ownByChoice: 'Only your own is shown here; leads --all has the team’s.',
  },
};

/** Why a list may lack what somebody looks for: whose things their role sees. Said to a viewer always, else where the list is empty. */
export const seenLines = (seen: Seen | undefined, empty: boolean, lang: Lang): string[] => {
  if (seen === undefined || seen.whose !== 'own') return [];
  const words = WORDS[lang];
  if (seen.role === 'viewer') return [words.viewer];
  if (!empty) return [];
  return [seen.role === 'agent' ? words.own : words.ownByChoice];
};
