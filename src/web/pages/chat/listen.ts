import type { Said } from '../parts/chat/said.ts';

/** Before a stream that did not open is tried again, ms. */
const AGAIN = 3_000;

interface Hearing {
  said: (said: Said) => void;
  back: (id: string) => void;
  /** The stream is open: what was said meanwhile is to be asked for. */
  opened: () => void;
  /** It is cut; `refused`: the bot does not know us any more. */
  cut: (refused: boolean) => void;
}

/** Listens to the visitor's own talk. A hidden page does not listen, and asks for all when it is shown again. Gives how to stop. */
export const listen = ({ said, back, opened, cut }: Hearing): (() => void) => {
  let source: EventSource | null = null;
  let timer = 0;

  const close = () => {
    source?.close();
    source = null;
    window.clearTimeout(timer);
  };
  const open = () => {
    close();
    const own = new EventSource('/chat/live');
    source = own;
    own.addEventListener('now', opened);
    own.addEventListener('said', (event: MessageEvent<string>) => said(JSON.parse(event.data) as Said));
    own.addEventListener('back', (event: MessageEvent<string>) => back((JSON.parse(event.data) as { id: string }).id));
    own.onerror = () => {
      const refused = own.readyState === EventSource.CLOSED;
      cut(refused);
      if (refused) timer = window.setTimeout(open, AGAIN);
    };
  };
  const turn = () => (document.hidden ? close() : open());
  document.addEventListener('visibilitychange', turn);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', turn);
    close();
  };
};
