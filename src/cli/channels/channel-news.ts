import type { Health } from '../../adapter.ts';
import { channelText } from '../../text/channel.ts';
import { drawCode } from '../../text/terminal/draw-code.ts';
import type { Call } from '../verb.ts';

/** What we use of the package `qrcode`, which comes with Wechaty. */
interface QrCode {
  create: (text: string) => { modules: { size: number; get: (row: number, column: number) => number } };
}

/** The code drawn for a terminal; null where its package is not there. */
const draw = async (text: string, colour: boolean): Promise<string | null> => {
  try {
    const name = 'qrcode';
    const { default: qrcode } = (await import(name)) as { default: QrCode };
    const { modules } = qrcode.create(text);
    return drawCode({ size: modules.size, dark: (x, y) => modules.get(y, x) === 1 }, colour);
  } catch {
    return null;
  }
};

/** Tells the operator how a channel does, and shows the code that has to be scanned: as a picture, and as text for another program. */
export const createChannelNews = ({ process, global }: Call): ((name: string, health: Health) => void) => {
  const write = (text: string) => process.stderr.write(`${text}\n`);
  const told = new Map<string, string>();
  return (name, health) => {
    const now = JSON.stringify(health);
    if (told.get(name) === now) return;
    told.set(name, now);
    write(channelText.health[global.lang](name, health));
    const { login } = health;
    if (login === undefined) return;
    void draw(login, process.stderr.isTTY === true && !process.env['NO_COLOR']).then((code) => {
      if (code !== null) write(code);
      write(channelText.scan[global.lang](login));
    });
  };
};
