import type { Drawn } from '../parts/desk/drawn.ts';

/** Before a stream that did not open is tried again, ms. */
const AGAIN = 3_000;

/** Hears that somebody wrote, and what the bot tells whoever is signed in. Gives how to stop. */
export const listenDesk = ({ wrote, told }: { wrote: () => void; told: (drawn: Drawn) => void }): (() => void) => {
  let source: EventSource | null = null;
  let timer = 0;
  const open = () => {
    const own = new EventSource('/desk/live');
    source = own;
    own.addEventListener('now', wrote);
    own.addEventListener('talk', wrote);
    own.addEventListener('told', (event: MessageEvent<string>) => told(JSON.parse(event.data) as Drawn));
    own.onerror = () => {
      if (own.readyState === EventSource.CLOSED) timer = window.setTimeout(open, AGAIN);
    };
  };
  open();
  return () => {
    source?.close();
    window.clearTimeout(timer);
  };
};
