import type { Common } from './words.ts';

/** A page on its way; the same as its shell (`text/page-shell.ts`), so that nothing moves. */
export const Opening = ({ words }: { words: Common }) => (
  <>
    <header>
      <div class="who">
        <h1>{words.title}</h1>
        <p class="sub">{words.opening}</p>
      </div>
    </header>
    <main aria-busy="true">
      <section class="card">
        <div class="bone" />
        <div class="bone short" />
      </section>
      <section class="card">
        <div class="bone" />
        <div class="bone" />
        <div class="bone short" />
      </section>
    </main>
  </>
);
