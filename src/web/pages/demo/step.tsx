/** What to do in a window in which nothing has happened yet. */
export const Step = ({ number, title, text }: { number: number; title: string; text: string }) => (
  <div class="step">
    <span class="number" aria-hidden="true">
      {number}
    </span>
    <p class="title">{title}</p>
    <p>{text}</p>
  </div>
);
