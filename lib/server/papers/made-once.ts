import 'server-only';

const making = new Map<string, Promise<unknown>>();

/** Twenty who ask for the same paper at once wait for one making of it; nothing of it is kept afterwards. */
export function madeOnce<T>(key: string, make: () => Promise<T>): Promise<T> {
  const known = making.get(key) as Promise<T> | undefined;
  if (known) return known;
  const made = make().finally(() => making.delete(key));
  making.set(key, made);
  return made;
}
