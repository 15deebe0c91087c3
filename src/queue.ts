/** Work that must not overlap, by key: here the turns of one conversation. */

/** Runs `work` after all earlier work of the same key; resolves or rejects as it does. */
export type Queue = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** A fault in one piece of work does not hold up the next. A key is forgotten once nothing of it is left. */
export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    const forget = (): void => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  };
}
