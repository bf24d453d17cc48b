import { useEffect, useRef, useState } from 'preact/hooks';
import { type Ask, Refused } from '../parts/ask.ts';
import { NoChat } from './no-chat.ts';
import { customerInWecom, inWecom } from './wecom.ts';

/** Why a page in WeCom shows nobody. */
export type WhyNobody = NoChat | Refused;

/** In WeCom's toolbar, goes to the customer of the chat once; gives why it could not. */
export const useWecom = (ask: Ask, wanted: boolean, go: (customer: string) => void): WhyNobody | null => {
  const [why, setWhy] = useState<WhyNobody | null>(null);
  const asked = useRef(false);
  /** Somebody who chose a customer by themselves meanwhile stays there. */
  const still = useRef(wanted);
  still.current = wanted;
  useEffect(() => {
    if (!wanted || asked.current || !inWecom()) return;
    asked.current = true;
    const lead = (customer: string) => {
      if (still.current) go(customer);
    };
    customerInWecom(ask).then(lead, (error: unknown) =>
      setWhy(error instanceof NoChat || error instanceof Refused ? error : new Refused(0, String(error))),
    );
  }, [ask, wanted, go]);
  return why;
};
