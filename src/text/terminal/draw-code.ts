/** A square of dark and light, as a camera reads it. */
export interface Code {
  size: number;
  dark: (x: number, y: number) => boolean;
}

/** Light around the code, without which cameras do not find it. */
const MARGIN = 2;

const ESC = String.fromCharCode(27);

/**
 * Draws a code with half blocks, two rows a line. Without colours it is drawn for light letters on a dark ground; with them the ground is
 * set, so that it is right on any.
 */
export const drawCode = ({ size, dark }: Code, colour: boolean): string => {
  const isDark = (x: number, y: number) => x >= 0 && y >= 0 && x < size && y < size && dark(x, y);
  const cell = (x: number, y: number) => {
    const [above, below] = [isDark(x, y), isDark(x, y + 1)];
    if (above) return below ? ' ' : '▄';
    return below ? '▀' : '█';
  };
  const lines: string[] = [];
  for (let y = -MARGIN; y < size + MARGIN; y += 2) {
    let line = '';
    for (let x = -MARGIN; x < size + MARGIN; x += 1) line += cell(x, y);
    lines.push(colour ? `${ESC}[97;40m${line}${ESC}[0m` : line);
  }
  return lines.join('\n');
};
