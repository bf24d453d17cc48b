import { type ComponentType, h, render } from 'preact';

/** Puts a page in place of its shell. */
export const mount = (page: ComponentType): void => {
  const root = document.querySelector('#app');
  if (!root) return;
  // What stands there is no page of Preact's, which would keep some of it.
  root.replaceChildren();
  render(h(page, null), root);
};
