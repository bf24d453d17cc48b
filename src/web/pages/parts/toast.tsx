import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** How long somebody can take back what they did by a tap, ms. */
const SHOWN = 6_000;

export interface Toasted {
  text: string;
  /** What can be done about it: its name, and how. */
  action?: { label: string; run: () => void };
}

/** One message at a time at the foot of the page. */
export const useToast = () => {
  const [toast, setToast] = useState<Toasted | null>(null);
  const timer = useRef(0);
  const show = useCallback((next: Toasted | null) => {
    window.clearTimeout(timer.current);
    setToast(next);
    if (next) timer.current = window.setTimeout(() => setToast(null), SHOWN);
  }, []);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { toast, show };
};

export const Toast = ({ toast, close }: { toast: Toasted | null; close: () => void }) => (
  <div class={toast ? 'toast' : ''} role="status" aria-live="polite">
    {toast && <span>{toast.text}</span>}
    {toast?.action && (
      <button
        type="button"
        onClick={() => {
          close();
          toast.action?.run();
        }}
      >
        {toast.action.label}
      </button>
    )}
  </div>
);
