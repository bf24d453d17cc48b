import { render } from 'preact';
import { App } from './app.tsx';

const root = document.querySelector('#app');
if (root) {
  // What stands there is no page of Preact's, which would keep some of it.
  root.replaceChildren();
  render(<App />, root);
}
