import { useLayoutEffect, useRef } from 'preact/hooks';

/** Where a keyboard says that the key belongs to its input method: 229 (UI Events, keyCode of composition). */
const COMPOSING = 229;
const REMEMBERED = 'tagwise-keys';

/** Whether somebody has switched the keys off; a browser that remembers nothing has them on. */
export const keysWanted = (): boolean => {
  try {
    return localStorage.getItem(REMEMBERED) !== 'off';
  } catch {
    return true;
  }
};

export const rememberKeys = (wanted: boolean): void => {
  try {
    localStorage.setItem(REMEMBERED, wanted ? 'on' : 'off');
  } catch {
    // A browser that remembers nothing asks again next time.
  }
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Single keys of the page: not while somebody types, composes or holds a key of the browser's own. */
export const useKeys = (keys: Readonly<Record<string, () => void>>, on: boolean): void => {
  const now = useRef(keys);
  now.current = keys;
  // Before anything is painted: whoever sees the page can use them.
  useLayoutEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || event.keyCode === COMPOSING || typing(event.target)) return;
      const act = now.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
};

/** Up and down, Home and End go through what can be focused in a list. */
export const arrows = (event: KeyboardEvent, list: Element, selector: string): void => {
  const all = [...list.querySelectorAll<HTMLElement>(selector)];
  const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
  const next = steps[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
};
