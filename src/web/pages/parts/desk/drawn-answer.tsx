import type { Action, Answered } from './drawn.ts';

/** A command and its answer, which nobody reads but whoever gave it. */
export const DrawnAnswer = ({
  answered: { words, drawn },
  press,
  label,
}: {
  answered: Answered;
  press: (action: Action) => void;
  label: string;
}) => (
  <section class="answer" aria-label={`${label} ${words}`}>
    <p class="sub">{label}</p>
    <p class="asked-words">{words}</p>
    {drawn === null ? (
      <div class="bone short" aria-busy="true" />
    ) : (
      <>
        <p class="title">{drawn.title}</p>
        {drawn.sections.map(({ heading, rows, actions = [] }, place) => (
          <div key={place}>
            {heading !== '' && <p class="heading">{heading}</p>}
            {rows.length > 0 && (
              <ul>
                {rows.map((row, n) => (
                  <li key={n}>{row}</li>
                ))}
              </ul>
            )}
            {actions.length > 0 && (
              <div class="row">
                {actions.map((action) => (
                  <button key={action.label + action.words} type="button" onClick={() => press(action)}>
                    {action.label}
                  </button>
                ))}
              </div>
            )}
          </div>
        ))}
      </>
    )}
  </section>
);
