import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** The daily messages: the digest, new leads. */
export const digestErrors = {
  digest_usage: {
    zh: () => 'digest 后面只能写 off、on，或 --for、--date、--format。',
    en: () => 'After digest comes off or on, or --for, --date and --format.',
    hint: {
      zh: () => '例如：digest，或 digest --for li --date 2026-03-01；digest off 不再每天发给自己。',
      en: () => 'Like: digest, or digest --for li --date 2026-03-01; digest off: no more of it sent to you every day.',
    },
  },
  bad_format: {
    zh: (p: Params) => `没有“${p['format']}”这种格式。`,
    en: (p: Params) => `There is no format "${p['format']}".`,
    hint: {
      zh: () => '--format 可以是 wecom、wechat 或 slack；不写就是终端的样子。',
      en: () => '--format is wecom, wechat or slack; without it, an answer for the terminal.',
    },
  },
  digest_off_in_config: {
    zh: () => '配置里关掉了你的每日消息。',
    en: () => 'The configuration has your daily message turned off.',
    hint: {
      zh: () => '请管理员去掉 people 里你名下的 digest: off（或整个配置的 digest: off）。',
      en: () => 'Ask an admin to take out digest: off under your name in people (or of the whole configuration).',
    },
  },
  leads_usage: {
    zh: () => 'leads 后面只能写 --all。',
    en: () => 'After leads comes --all or nothing.',
    hint: {
      zh: () => 'leads 列出自己的新线索，leads --all 列出你能看到的所有新线索。',
      en: () => 'leads lists your own new leads, leads --all all that you may see.',
    },
  },
  digest_refused: {
    zh: (p: Params) => `你不能看“${p['name']}”的每日简报，已记录在案。`,
    en: (p: Params) => `The digest of "${p['name']}" is not yours to see; this was noted.`,
    hint: {
      zh: () => '主管可以看自己团队的，管理员可以看所有人的；不带 --for 就看自己的。',
      en: () => "Managers see their team's, admins everybody's; without --for you see your own.",
    },
  },
  digest_ahead: {
    zh: (p: Params) => `${p['date']} 的每日简报还没开始。`,
    en: (p: Params) => `The digest of ${p['date']} has not begun yet.`,
    hint: {
      zh: () => '写今天或以前的日期；不写 --date 就看到现在为止的 24 小时。',
      en: () => 'Give today or a day before; without --date it is the 24 hours up to now.',
    },
  },
  bad_date: {
    zh: (p: Params) => `看不懂日期“${p['text']}”。`,
    en: (p: Params) => `"${p['text']}" is no date.`,
    hint: { zh: () => '这样写：2026-03-01。', en: () => 'Write it like 2026-03-01.' },
  },
} satisfies Record<string, Sentence>;
