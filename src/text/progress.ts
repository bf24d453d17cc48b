/** How far a change of many customers has come. */
export const progressText = {
  zh: (done: number, of: number): string => `已处理 ${done} / ${of} 位客户…`,
  en: (done: number, of: number): string => `${done} of ${of} customers done…`,
};
