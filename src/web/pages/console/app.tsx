import { useMemo } from 'preact/hooks';
import type { LibraryAnswer } from '../../../domain/answers.ts';
import type { Ask } from '../parts/ask.ts';
import { type Entered, Entry } from '../parts/entry.tsx';
import { Shell } from './shell.tsx';
import { useAsked } from './use-asked.ts';
import { type Colleague, createView } from './view.ts';

interface People {
  people: Colleague[];
}

/** Whoever is in: what they see is called as the library and the people file say. */
const Inside = ({ me, lang, ask, loaded, switchLang }: Entered<People>) => {
  const library = useAsked<LibraryAnswer>(ask, '/library');
  const nodes = library.part.value;
  const view = useMemo(
    () => createView({ ask, me, lang, library: nodes, people: loaded?.people ?? [] }),
    [ask, me, lang, nodes, loaded],
  );
  return <Shell {...{ me, view, library, switchLang }} />;
};

const people = (ask: Ask) => ask.get<People>('/people');

/** The manager's console. */
export const App = () => <Entry load={people}>{(entered) => <Inside {...entered} />}</Entry>;
