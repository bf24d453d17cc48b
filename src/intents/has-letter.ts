const isCommon = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);

/** Whether there is a letter or a digit in a text, of any script. */
export const hasLetter = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (isCommon(text.charCodeAt(i))) return true;
  return /[\p{L}\p{N}]/u.test(text);
};
