import { useEffect, useState } from 'preact/hooks';

/** The views of the console, in the order of its menu and of the keys that open them. */
export const VIEWS = ['digest', 'library', 'rules', 'segments'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Where somebody is: a view, and what of it is open: a tag, a rule, a query; '' for nothing. */
export interface Place {
  view: ViewName;
  of: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Somebody typed it: a % that is none of ours means itself.
    return text;
  }
};

/** The place that an address means; the first view where it means none. */
export const placeOf = (hash: string): Place => {
  const [, name = '', of = ''] = /^#\/(\w+)(?:\/(.*))?$/s.exec(hash) ?? [];
  const view = VIEWS.find((one) => one === name);
  return view ? { view, of: decoded(of) } : { view: VIEWS[0], of: '' };
};

export const hashOf = ({ view, of }: Place): string => `#/${view}${of === '' ? '' : `/${encodeURIComponent(of)}`}`;

/** Where the address says that we are, and how to go elsewhere. */
export const usePlace = (): [Place, (place: Place) => void] => {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const turn = () => setPlace(placeOf(location.hash));
    window.addEventListener('hashchange', turn);
    return () => window.removeEventListener('hashchange', turn);
  }, []);
  return [
    place,
    (next) => {
      location.hash = hashOf(next);
    },
  ];
};
