import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A path for a home that goes when the test is over. Spaces and Chinese characters, because people's directories have them. */
export function temporaryHome(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-home-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, '知签 的 家');
}
