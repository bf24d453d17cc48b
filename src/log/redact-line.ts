import { hasEnoughDigits } from '../inbox/digit-runs.ts';
import { redact, redactDeep } from '../inbox/redact.ts';

/**
 * Masks the ID and card numbers in one finished line of a JSON log; the line stays JSON. The last net under every field, however
 * deep: what goes to the log is this very line.
 */
export function redactLine(line: string): string {
  if (!hasEnoughDigits(line)) return line;
  // An escaped line break or control character inside a number would hide it from a scan of the line.
  if (line.includes('\\')) return redactParsed(line);
  const masked = redact(line);
  return masked === line || isJson(masked) ? masked : redactParsed(line);
}

/** Reads the line and masks its values: a mask in the place of a bare number must come in quotes. */
function redactParsed(line: string): string {
  if (!isJson(line)) return redact(line);
  return JSON.stringify(redactDeep(JSON.parse(line), { bare: true })) + (line.endsWith('\n') ? '\n' : '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
