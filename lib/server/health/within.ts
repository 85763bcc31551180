import 'server-only';

/** A database that swallows packets, a disk that is mounted and gone: they answer nobody, and whoever asks may not wait for them. */
export function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
