import { useEffect, useRef, useState } from 'preact/hooks';
import { createOutbox } from './outbox.ts';
import type { Unsent } from './said.ts';

/** The messages that one side of a talk has written and that were not taken yet. @param name whose they are */
export const useOutbox = (name: string, send: (one: Unsent) => Promise<void>) => {
  const [unsent, setUnsent] = useState<Unsent[]>([]);
  const latest = useRef(send);
  latest.current = send;
  const box = useRef<ReturnType<typeof createOutbox> | null>(null);
  useEffect(() => {
    const own = createOutbox({ name, send: (one) => latest.current(one), changed: setUnsent });
    box.current = own;
    own.start();
    return own.stop;
  }, [name]);
  return {
    unsent,
    add: (text: string) => box.current?.add(text),
    drop: (id: string) => box.current?.drop(id),
    again: () => box.current?.again(),
  };
};
