import 'server-only';
import { hash, verify } from '@node-rs/argon2';

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. (2 is the package's Algorithm.Argon2id.)
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two ways to type the same character are the same password. */
const sameForm = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(sameForm(password), OPTIONS);

/** Verified when there is no such account, so that the time of the answer tells nobody which accounts exist. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$7ImGLP++GmK/eApcGJSDTQ$7Bbs+ifVWojtkuVJBNNyKj/nyIoakhJTjU5dvXHxdKA';

export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? NOBODYS, sameForm(password)).catch(() => false);
  return matches && stored !== null && stored !== undefined;
}
