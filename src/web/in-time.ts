/** The result of work, or the error of `late` where it takes longer than `ms`. The work itself goes on. */
export const inTime = async <T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), Math.max(0, ms));
  });
  return Promise.race([work, waited]).finally(() => clearTimeout(timer));
};
