const ESC = String.fromCharCode(27);

/** Paints texts with escape codes, or leaves them as they are. Texts must be printable: codes inside them would leak. */
export interface Paint {
  bold: (text: string) => string;
  dim: (text: string) => string;
  /** A span of a customer's words that something rests on. */
  mark: (text: string) => string;
  /** In a `#rrggbb` colour; unchanged when that is none. */
  hex: (colour: string, text: string) => string;
}

const plain: Paint = { bold: (text) => text, dim: (text) => text, mark: (text) => text, hex: (_, text) => text };

const wrap = (on: string, off: string) => (text: string) => (text === '' ? '' : `${ESC}[${on}m${text}${ESC}[${off}m`);

const coloured: Paint = {
  bold: wrap('1', '22'),
  dim: wrap('2', '22'),
  mark: wrap('1;4', '22;24'),
  hex: (colour, text) => {
    const [, r, g, b] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? [];
    if (r === undefined || g === undefined || b === undefined) return text;
    return wrap(`38;2;${[r, g, b].map((part) => Number.parseInt(part, 16)).join(';')}`, '39')(text);
  },
};

export const paint = (colour: boolean): Paint => (colour ? coloured : plain);
