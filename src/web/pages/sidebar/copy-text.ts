/** The way of old browsers, and of those that refuse the clipboard to a page without TLS. */
const copyByHand = (text: string): boolean => {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
};

/** Puts a text on the clipboard; false where neither way does it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    // There is none on a page without TLS.
    if (!navigator.clipboard) return copyByHand(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
};
