import 'server-only';

const making = new Map<string, Promise<Buffer>>();

/** Twenty who ask for the same paper at once wait for one making of it; nothing of it is kept afterwards. */
export function madeOnce(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = making.get(key);
  if (known) return known;
  const made = make().finally(() => making.delete(key));
  making.set(key, made);
  return made;
}
