import { useEffect, useRef } from 'preact/hooks';
import { isComposing } from './composing.ts';

/** Keys of the page, each with what it does. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

const isTyping = ({ target }: Event): boolean => target instanceof Element && target.closest(TYPING) !== null;

/** `?` needs the shift key on most keyboards; letters with it are not ours. */
const isOurs = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !(event.ctrlKey || event.altKey || event.metaKey || event.repeat) &&
  !(event.shiftKey && /^[a-z]$/i.test(event.key)) &&
  !isComposing(event) &&
  !isTyping(event);

/** Single keys with focus in the page: nowhere while somebody types, composes or holds a key of the browser's. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  const now = useRef(shortcuts);
  now.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = isOurs(event) ? now.current[event.key.toLowerCase()] : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};
