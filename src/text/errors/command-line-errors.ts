import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** How the command line is used, and who uses it. */
export const commandLineErrors = {
  unexpected_error: {
    zh: (p: Params) => `出了意料之外的错误（${p['reference']}）。`,
    en: (p: Params) => `Something unforeseen went wrong (${p['reference']}).`,
    hint: {
      zh: () => '再试一次；还不行就把这个编号和日志交给维护的人。',
      en: () => 'Try again; if it stays, give this reference and the log to whoever looks after the bot.',
    },
  },
  unknown_verb: {
    zh: (p: Params) => `没有“${p['verb']}”这个命令。`,
    en: (p: Params) => `There is no command "${p['verb']}".`,
    hint: {
      zh: (p: Params) => (p['near'] === 'help' ? '所有命令见 help。' : `是不是 ${p['near']}？所有命令见 help。`),
      en: (p: Params) =>
        p['near'] === 'help' ? 'See all commands with help.' : `Did you mean ${p['near']}? See all commands with help.`,
    },
  },
  unknown_option: {
    zh: (p: Params) => `这个命令不认识选项 ${p['option']}。`,
    en: (p: Params) => `This command has no option ${p['option']}.`,
    hint: {
      zh: (p: Params) =>
        `${p['near'] ? `是不是 ${p['near']}？` : ''}用 help 命令 看有哪些选项；要把它当普通的词，就在前面加一个单独的 --。`,
      en: (p: Params) =>
        `${p['near'] ? `Did you mean ${p['near']}? ` : ''}See its options with help COMMAND; to use it as a word, put -- before it.`,
    },
  },
  option_without_value: {
    zh: (p: Params) => `选项 ${p['option']} 不带值。`,
    en: (p: Params) => `The option ${p['option']} takes no value.`,
    hint: { zh: (p: Params) => `只写 ${p['option']}。`, en: (p: Params) => `Write ${p['option']} alone.` },
  },
  option_needs_value: {
    zh: (p: Params) => `选项 ${p['option']} 后面要有一个值。`,
    en: (p: Params) => `The option ${p['option']} needs a value.`,
    hint: {
      zh: (p: Params) => `这样写：${p['option']} 值，或 ${p['option']}=值。`,
      en: (p: Params) => `Write ${p['option']} VALUE or ${p['option']}=VALUE.`,
    },
  },
  bad_lang: {
    zh: () => '--lang 只能是 zh 或 en。',
    en: () => '--lang is zh or en.',
    hint: {
      zh: () => '写 --lang zh 或 --lang en；不写就按系统的语言。',
      en: () => 'Write --lang zh or --lang en; without it the language of the system is used.',
    },
  },
  bad_role: {
    zh: (p: Params) => `没有“${p['role']}”这个角色。`,
    en: (p: Params) => `There is no role "${p['role']}".`,
    hint: {
      zh: () => '角色有：viewer（只看）、agent（坐席）、manager（主管）、admin（管理员）。',
      en: () => 'Roles are viewer, agent, manager and admin.',
    },
  },
  role_refused: {
    zh: () => '配置了人员以后不能用 --role。',
    en: () => '--role does not serve once people are configured.',
    hint: {
      zh: () => '只写 --as 人员：角色以配置文件 people 里的为准。',
      en: () => 'Use --as alone: the role is the one under people in the configuration.',
    },
  },
  unknown_person: {
    zh: (p: Params) => `人员里没有“${p['name']}”。`,
    en: (p: Params) => `There is nobody called "${p['name']}" among the people.`,
    hint: {
      zh: () => '用配置文件 people 里的 id；还没有配置人员时，可以加 --role agent 临时使用这个名字。',
      en: () =>
        'Use an id under people in the configuration; while none is configured, add --role agent to use the name for this once.',
    },
  },
  unknown_person_near: {
    zh: (p: Params) => `人员里没有“${p['name']}”。`,
    en: (p: Params) => `There is nobody called "${p['name']}" among the people.`,
    hint: { zh: (p: Params) => `是不是：${p['choices']}？`, en: (p: Params) => `Did you mean ${p['choicesEn']}?` },
  },
  bad_time: {
    zh: (p: Params) => `看不懂时间“${p['text']}”。`,
    en: (p: Params) => `"${p['text']}" is no time.`,
    hint: {
      zh: () => '这样写：2026-03-01、2026-03-01 09:00 或 2026-03-01T09:00:00+08:00；有空格时加引号。',
      en: () => 'Write 2026-03-01, "2026-03-01 09:00" or 2026-03-01T09:00:00+08:00.',
    },
  },
  review_usage: {
    zh: () => 'review 后面写编号和回答，或只写 --limit 和一个数。',
    en: () => 'After review comes a number and an answer, or --limit with a number, or nothing.',
    hint: {
      zh: () => 'review 列出等待确认的标签；review 1 对 确认第 1 个，review 1 不对 推翻。',
      en: () => 'review lists the tags that wait to be confirmed; review 1 yes confirms the first, review 1 no turns it down.',
    },
  },
  audit_refused: {
    zh: () => '你的角色（viewer）不能看改动记录，这次已记录在案。',
    en: () => 'Your role (viewer) may not see who changed what; this was noted.',
    hint: {
      zh: () => '请主管来看，或请管理员给你换一个角色；一个标签的来历可以用 why 看。',
      en: () => 'Ask a manager to look, or an admin for another role; where one tag comes from, why tells.',
    },
  },
  bad_speed: {
    zh: () => '--speed 要是 max，或大于 0 的数。',
    en: () => '--speed is max or a number above 0.',
    hint: {
      zh: () => '--speed 60 是按实际速度的 60 倍；不写就尽快。',
      en: () => '--speed 60 is sixty times as fast as it happened; without it, as fast as can be.',
    },
  },
  replay_usage: {
    zh: () => 'replay 后面要写一个文件。',
    en: () => 'After replay comes one file.',
    hint: {
      zh: () => '例如：replay 聊天.jsonl --until 2026-03-10；写 - 就从标准输入读。',
      en: () => 'Like: replay chats.jsonl --until 2026-03-10; - reads standard input.',
    },
  },
  match_usage: {
    zh: () => 'match 后面不带别的：句子从标准输入来，一行一句。',
    en: () => 'match takes no words: it reads standard input, a message a line.',
    hint: { zh: () => '例如：echo 这个多少钱 | tagwise match', en: () => "Like: echo 'how much is it' | tagwise match" },
  },
  export_usage: {
    zh: () => 'export 后面要写 segment 条件，或 state。',
    en: () => 'After export comes segment QUERY, or state.',
    hint: {
      zh: () => '例如：export segment VIP --to 客户.xlsx，或 export state > 状态.jsonl；标签库用 library export。',
      en: () =>
        'Like: export segment VIP --to vip.xlsx, or export state > state.jsonl; the tag library goes out with library export.',
    },
  },
  sample_usage: {
    zh: () => 'sample 后面只能写 --clear。',
    en: () => 'After sample comes --clear or nothing.',
    hint: { zh: () => 'sample 装入示例，sample --clear 清除。', en: () => 'sample loads the sample, sample --clear removes it.' },
  },
  rules_usage: {
    zh: () => 'rules 后面写 list、show 规则、hits、on 规则、off 规则 或 check。',
    en: () => 'After rules comes list, show RULE, hits, on RULE, off RULE or check.',
    hint: {
      zh: () => 'rules list 列出所有规则；例如：rules off silence。',
      en: () => 'rules list shows all rules; like: rules off silence.',
    },
  },
  rules_usage_near: {
    zh: (p: Params) => `rules 后面没有“${p['word']}”这个词。`,
    en: (p: Params) => `After rules comes no word "${p['word']}".`,
    hint: {
      zh: (p: Params) => `是不是 rules ${p['near']}？还可以写 list、show、hits、on、off、check。`,
      en: (p: Params) => `Did you mean rules ${p['near']}? There are list, show, hits, on, off and check.`,
    },
  },
  rules_check_elsewhere: {
    zh: () => '规则文件要在命令行里检查，这里读不到它们。',
    en: () => 'Rule files are checked on the command line; they cannot be read here.',
    hint: { zh: () => '在机器人所在的目录运行 rules check。', en: () => 'Run rules check in the folder of the bot.' },
  },
  quarantine_usage: {
    zh: () => 'quarantine 后面只能写 --retry。',
    en: () => 'After quarantine comes --retry or nothing.',
    hint: {
      zh: () => 'quarantine 列出被隔离的事件，quarantine --retry 再处理一遍。',
      en: () => 'quarantine lists the events that were set aside, quarantine --retry runs them again.',
    },
  },
  console_usage: {
    zh: () => 'console 后面不带别的。',
    en: () => 'console takes no words.',
    hint: {
      zh: () => '直接写 console，进去以后再打命令，例如 /help。',
      en: () => 'Write console alone and give commands inside, like /help.',
    },
  },
  doctor_usage: {
    zh: () => 'doctor 后面不带别的。',
    en: () => 'doctor takes no words.',
    hint: {
      zh: () => '直接写 doctor；只查关键词包用 packs check。',
      en: () => 'Write doctor alone; packs check looks at keyword packs only.',
    },
  },
  help_usage: {
    zh: () => 'help 后面最多写一个命令或标签。',
    en: () => 'After help comes one command or one tag, or nothing.',
    hint: {
      zh: () => '例如：help segment、help 询价；只写 help 列出全部。',
      en: () => 'Like: help segment, help VIP; help alone lists all commands.',
    },
  },
  start_usage: {
    zh: () => 'start 后面不带别的。',
    en: () => 'start takes no words.',
    hint: {
      zh: () => '直接写 start；别的设置在 tagwise.yaml 和环境变量里。',
      en: () => 'Write start alone; settings are in tagwise.yaml and in the environment.',
    },
  },
} satisfies Record<string, Sentence>;
