import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** The database: getting one, reaching it, whose it is. */
export const databaseErrors = {
  no_database: {
    zh: () => '没有可用的数据库：本机没有 mongod，也无法下载。',
    en: () => 'There is no database to be had: no mongod is here, and none could be fetched.',
    hint: {
      zh: (p: Params) =>
        `三种办法任选其一：把 MONGODB_URI 设为一个副本集的地址；安装 mongod，或用 TAGWISE_MONGOD 指向它；联网再运行一次，或把 mongod 放到 ${p['cache']}。`,
      en: (p: Params) =>
        `Any one of three helps: set MONGODB_URI to the address of a replica set; install mongod, or name one in TAGWISE_MONGOD; connect to the network once, or put a mongod into ${p['cache']}.`,
    },
  },
  cache_unusable: {
    zh: (p: Params) => `缓存目录 ${p['cache']} 无法写入（${p['reason']}）。`,
    en: (p: Params) => `The cache directory ${p['cache']} cannot be written to (${p['reason']}).`,
    hint: {
      zh: () => '检查权限和剩余空间，或用 TAGWISE_CACHE 换一个目录。',
      en: () => 'Check its permissions and free space, or name another directory in TAGWISE_CACHE.',
    },
  },
  mongod_unusable: {
    zh: (p: Params) => `TAGWISE_MONGOD 指向的 ${p['path']} 不能运行（${p['reason']}）。`,
    en: (p: Params) => `${p['path']}, named in TAGWISE_MONGOD, does not run here (${p['reason']}).`,
    hint: {
      zh: () => '指向一个 5.0 或更新的 mongod，或去掉这个设置。',
      en: () => 'Name a mongod of 5.0 or newer, or remove the setting.',
    },
  },
  database_address: {
    zh: () => 'MONGODB_URI 不是可以读懂的地址。',
    en: () => 'MONGODB_URI is not an address that can be read.',
    hint: {
      zh: () => '格式：mongodb://用户:密码@主机:端口/数据库?replicaSet=名称，特殊字符要做 URL 编码。',
      en: () => 'It looks like mongodb://user:password@host:port/database?replicaSet=name, special characters URL-encoded.',
    },
  },
  database_unreachable: {
    zh: (p: Params) => `数据库 ${p['host']} 没有应答。`,
    en: (p: Params) => `The database at ${p['host']} does not answer.`,
    hint: {
      zh: () => '检查它是否在运行、网络是否可达；去掉 MONGODB_URI 则使用自带的数据库。',
      en: () => 'See that it runs and can be reached; without MONGODB_URI the built-in database is used.',
    },
  },
  database_refused: {
    zh: (p: Params) => `数据库 ${p['host']} 拒绝了用户名或密码。`,
    en: (p: Params) => `The database at ${p['host']} refuses the user or password.`,
    hint: {
      zh: () => '检查 MONGODB_URI 中的用户、密码和 authSource。',
      en: () => 'Check user, password and authSource in MONGODB_URI.',
    },
  },
  database_standalone: {
    zh: (p: Params) => `数据库 ${p['host']} 是单机实例，需要副本集（一个成员即可）。`,
    en: (p: Params) => `The database at ${p['host']} is a standalone server; a replica set is needed (one member is enough).`,
    hint: {
      zh: () => '用 --replSet rs0 启动它并执行一次 rs.initiate()。',
      en: () => 'Start it with --replSet rs0 and run rs.initiate() once.',
    },
  },
  database_version: {
    zh: (p: Params) => `${p['dir']} 中的数据由另一版本的 MongoDB（${p['wrote']}）写入，${p['version']} 打不开。数据没有改动。`,
    en: (p: Params) =>
      `The data in ${p['dir']} were written by another version of MongoDB (${p['wrote']}) and ${p['version']} cannot open them. Nothing was changed.`,
    hint: {
      zh: (p: Params) => `用 TAGWISE_MONGOD 指向 ${p['wrote']} 版的 mongod。`,
      en: (p: Params) => `Name a mongod of version ${p['wrote']} in TAGWISE_MONGOD.`,
    },
  },
  database_in_use: {
    zh: (p: Params) => `另一个 mongod 正在使用 ${p['dir']}。`,
    en: (p: Params) => `Another mongod holds ${p['dir']}.`,
    hint: { zh: () => '停止那个 mongod 后再试。', en: () => 'Stop that mongod and try again.' },
  },
  database_start: {
    zh: (p: Params) => `数据库没有启动（退出码 ${p['exit']}）：${p['reason']}`,
    en: (p: Params) => `The database did not start (exit code ${p['exit']}): ${p['reason']}`,
    hint: {
      zh: (p: Params) => `检查 ${p['dir']} 的权限和磁盘空间。`,
      en: (p: Params) => `Check the permissions and the free disk space of ${p['dir']}.`,
    },
  },
  database_lost: {
    zh: () => '数据库停止了，而且没有能重新启动。',
    en: () => 'The database has gone away and could not be started again.',
    hint: {
      zh: () => '再次启动即可，已收到的消息都在；若反复出现，运行 doctor，并检查磁盘空间。',
      en: () => 'Start again: all that was received is kept. If it happens again, run doctor and check the disk space.',
    },
  },
  other_installation: {
    zh: (p: Params) => `这个数据库属于另一套安装（${p['name']}），没有动它。`,
    en: (p: Params) => `This database belongs to another installation (${p['name']}); it was left alone.`,
    hint: {
      zh: (p: Params) => `在 MONGODB_URI 里换一个数据库名；要和它共用，就在配置文件里写 installation: ${p['name']}。`,
      en: (p: Params) =>
        `Name another database in MONGODB_URI; to share this one, write installation: ${p['name']} in the configuration.`,
    },
  },
  newer_database: {
    zh: (p: Params) => `这个数据库由更新的版本写入（格式 ${p['schema']}），没有动它。`,
    en: (p: Params) => `This database was written by a newer release (schema ${p['schema']}); it was left alone.`,
    hint: { zh: () => '升级知签后再试。', en: () => 'Upgrade Tagwise and try again.' },
  },
} satisfies Record<string, Sentence>;
