import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** The home, its clock, and what else runs on this machine. */
export const homeErrors = {
  home_unusable: {
    zh: (p: Params) => `目录 ${p['dir']} 无法使用（${p['reason']}）。`,
    en: (p: Params) => `The directory ${p['dir']} cannot be used (${p['reason']}).`,
    hint: {
      zh: () => '检查该目录的权限和剩余空间，或用 TAGWISE_HOME 换一个目录。',
      en: () => 'Check its permissions and free space, or name another directory in TAGWISE_HOME.',
    },
  },
  home_busy: {
    zh: (p: Params) => `“${p['verb']}”（进程 ${p['pid']}）正在使用这个目录，等待超时。`,
    en: (p: Params) => `"${p['verb']}" (process ${p['pid']}) is still at work on this home.`,
    hint: { zh: () => '等它结束后再试。', en: () => 'Try again when it has finished.' },
  },
  home_running: {
    zh: (p: Params) => `“${p['verb']}”（进程 ${p['pid']}）已经在这个目录上运行。`,
    en: (p: Params) => `"${p['verb']}" (process ${p['pid']}) already runs on this home.`,
    hint: {
      zh: () => '先停止它，或用 TAGWISE_HOME 换一个目录。',
      en: () => 'Stop it first, or name another directory in TAGWISE_HOME.',
    },
  },
  replay_beside: {
    zh: (p: Params) => `“${p['verb']}”（进程 ${p['pid']}）运行时不能在同一目录上 replay。`,
    en: (p: Params) => `A replay cannot run beside "${p['verb']}" (process ${p['pid']}) on one home.`,
    hint: {
      zh: () => '先停止它，或用 TAGWISE_HOME 换一个目录。',
      en: () => 'Stop it first, or name another directory in TAGWISE_HOME.',
    },
  },
  wall_home: {
    zh: () => '这个目录已经在按真实时间运行，不能再按数据的时间重放旧记录。',
    en: () => 'This home has been live, so old lines cannot set its time.',
    hint: {
      zh: () => '加 --as-history 把它们当作历史补进来（不会通知任何人），或用 TAGWISE_HOME 换一个目录。',
      en: () => 'Add --as-history to take them in as the past (nobody is told), or name another directory in TAGWISE_HOME.',
    },
  },
  data_home: {
    zh: () => '这个目录在按重放数据的时间走，示例只能装进按真实时间运行的目录。',
    en: () => 'This home follows the time of replayed data; the sample belongs to the present.',
    hint: { zh: () => '用 TAGWISE_HOME 换一个目录再装。', en: () => 'Name another directory in TAGWISE_HOME.' },
  },
  clock_in_future: {
    zh: (p: Params) => `这个目录里数据的时间（${p['at']}）比现在还晚，不能启动。`,
    en: (p: Params) => `The data of this home have reached ${p['at']}, which is still to come, so it cannot go live.`,
    hint: {
      zh: () => '等到那个时间，或用 TAGWISE_HOME 换一个目录。',
      en: () => 'Wait until then, or name another directory in TAGWISE_HOME.',
    },
  },
  port_taken: {
    zh: (p: Params) => `端口 ${p['port']} 不能用，可能已被别的程序占用。`,
    en: (p: Params) => `Port ${p['port']} cannot be had; another program may hold it.`,
    hint: {
      zh: () => '把 TAGWISE_PORT 改成别的端口，或不设，让系统选一个。',
      en: () => 'Set TAGWISE_PORT to another port, or leave it out to have one chosen.',
    },
  },
  contacts_key_broken: {
    zh: (p: Params) => `${p['where']} 里没有能用的密钥。`,
    en: (p: Params) => `There is no usable key in ${p['where']}.`,
    hint: {
      zh: () => '密钥是 64 位十六进制数，封存客户的完整电话和邮箱；从备份里找回来。',
      en: () => 'It is 64 hexadecimal digits and seals whole phone numbers and addresses: bring it back from a backup.',
    },
  },
  bad_port: {
    zh: (p: Params) => `TAGWISE_PORT 里的“${p['port']}”不是端口号。`,
    en: (p: Params) => `"${p['port']}" in TAGWISE_PORT is no port.`,
    hint: {
      zh: () => '写 1 到 65535 的数字；写 0 或不设，让系统选一个。',
      en: () => 'Give a number from 1 to 65535; with 0, or without it, one is chosen.',
    },
  },
  old_node: {
    zh: () => 'Node 版本太旧。',
    en: () => 'This Node is too old.',
    hint: { zh: () => '安装列出的版本或更新的版本。', en: () => 'Install the version named here, or a newer one.' },
  },
} satisfies Record<string, Sentence>;
