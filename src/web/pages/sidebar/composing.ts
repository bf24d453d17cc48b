/** Where a keyboard says that the key belongs to its input method (UI Events, keyCode of composition). */
const COMPOSING = 229;

/** Whether a key belongs to an input method that composes. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === COMPOSING;
