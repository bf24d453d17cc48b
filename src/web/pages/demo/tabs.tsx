/** The windows of the demo, in their order. */
export const WINDOWS = ['customer', 'agent', 'tags'] as const;
export type Window = (typeof WINDOWS)[number];

/** Where there is no room for three windows side by side, one of them is shown; arrows go from tab to tab. */
export const Tabs = ({
  shown,
  labels,
  show,
}: {
  shown: Window;
  labels: Record<Window, string>;
  show: (window: Window) => void;
}) => (
  <div class="tabs" role="tablist">
    {WINDOWS.map((window, place) => (
      <button
        key={window}
        type="button"
        role="tab"
        id={`tab-${window}`}
        aria-controls={`window-${window}`}
        aria-selected={window === shown}
        tabIndex={window === shown ? 0 : -1}
        onClick={() => show(window)}
        onKeyDown={({ key, currentTarget }) => {
          const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
          const next = WINDOWS[(place + step + WINDOWS.length) % WINDOWS.length];
          if (step === 0 || !next) return;
          show(next);
          currentTarget.parentElement?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
        }}
      >
        {labels[window]}
      </button>
    ))}
  </div>
);
