import { createRequire } from 'node:module';
import type { WechatSettings } from './settings.ts';

/** Whether the packages of WeChat can be had; only a login shows more. What is wrong is a code of its health. */
export const probeWechat = ({ puppet }: Pick<WechatSettings, 'puppet'>): { detail: string } | { error: string } => {
  const { resolve } = createRequire(import.meta.url);
  for (const name of ['wechaty', puppet]) {
    try {
      resolve(name);
    } catch {
      return { error: `package ${name}` };
    }
  }
  return { detail: puppet };
};
