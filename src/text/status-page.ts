/** How the bot stands, as its own page shows it. */
export interface Status {
  asOf: string;
  customers: number;
  events: number;
  waiting: number;
  quarantined: number;
  behindMinutes: number;
}

const row = (zh: string, en: string, value: string | number): string =>
  `<tr><th>${zh} <small>${en}</small></th><td>${value}</td></tr>`;

/** The page at the bot's address: counts and what to type next. Every value is a number or a time of ours. */
export const statusPage = (status: Status): string => `<!doctype html>
<html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tagwise 知签</title>
<style>
:root{color-scheme:light dark}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:38rem;margin:8vh auto;padding:0 1rem}
th{text-align:left;font-weight:500;padding-right:2rem}td{text-align:right;font-variant-numeric:tabular-nums}small{opacity:.6}code{background:#8882;padding:.1em .4em;border-radius:4px}
</style>
<h1>Tagwise 知签</h1><p>机器人在运行。<small>The bot is running.</small></p>
<table>${row('截至', 'as of', status.asOf)}${row('客户', 'customers', status.customers)}${row('事件', 'events kept', status.events)}${row('待处理', 'waiting', status.waiting)}${row('已隔离', 'quarantined', status.quarantined)}${row('时钟落后（分钟）', 'minutes behind', status.behindMinutes)}</table>
<p><a href="/sidebar">客户侧边栏 <small>sidebar</small></a> · <a href="/v1">API</a></p>
<p>在终端里 <small>in a terminal</small>: <code>npx tagwise segment VIP 静默</code> · <code>npx tagwise help</code></p>
</html>
`;
