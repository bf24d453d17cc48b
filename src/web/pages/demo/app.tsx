import type { LibraryAnswer } from '../../../domain/answers.ts';
import { type Ask, createAsk } from '../parts/ask.ts';
import { Entry } from '../parts/entry.tsx';
import { type Loaded, Stage } from './stage.tsx';

const load = async (ask: Ask): Promise<Loaded> => {
  const [library, cast] = await Promise.all([
    ask.get<LibraryAnswer>('/library'),
    createAsk('zh', '/demo').get<Pick<Loaded, 'cast' | 'talks'>>('/cast'),
  ]);
  return { library, ...cast };
};

/** The local demo. */
export const App = () => <Entry load={load}>{(entered) => <Stage {...entered} />}</Entry>;
