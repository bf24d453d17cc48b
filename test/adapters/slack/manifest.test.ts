import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import { commands } from '../../../src/commands/index.ts';
import { ROOT } from '../../support/in-force.ts';

const FILE = join(ROOT, 'adapters', 'slack', 'manifest.yaml');
const HEAD =
  '# Made from the list of commands; api.slack.com/apps, Create New App, From a manifest. For requests by HTTP see docs/slack.md.\n';

const inEnglish = commands.map(({ name, summary, usage }) => ({ name, summary: summary.en, usage: usage.en }));

test('the manifest in the repository is that of the commands (TAGWISE_RECORD=1 writes it anew)', () => {
  const manifest = slackManifest(inEnglish);
  if (process.env['TAGWISE_RECORD'] === '1') writeFileSync(FILE, HEAD + stringify(manifest, { lineWidth: 0 }));
  expect(parse(readFileSync(FILE, 'utf8'))).toEqual(manifest);
});

test('names, descriptions and hints are within what Slack takes', () => {
  const { features } = slackManifest(inEnglish, 'https://bot.example.com/slack/events');
  expect(features.slash_commands.length).toBeLessThanOrEqual(50);
  for (const { command, description, usage_hint = '' } of features.slash_commands) {
    expect(command).toMatch(/^\/[a-z][a-z0-9_-]{0,30}$/);
    expect(description.length).toBeLessThanOrEqual(2000);
    expect(usage_hint.length).toBeLessThanOrEqual(1000);
  }
  expect(features.shortcuts[0]?.name.length).toBeLessThanOrEqual(24);
});

test('by HTTP every address is the one given, and Socket Mode is off', () => {
  const url = 'https://bot.example.com/slack/events';
  const { features, settings } = slackManifest(inEnglish, url);
  expect(features.slash_commands.every((command) => 'url' in command && command.url === url)).toBe(true);
  expect(settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: url },
    interactivity: { request_url: url },
  });
});
