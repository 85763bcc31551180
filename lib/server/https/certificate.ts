import 'server-only';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Operations } from '@/lib/domain/operations/answers';
import { env } from '@/lib/server/env';

const DAY_MS = 86_400_000;

/** Where `npm run https:setup` keeps what it made. */
export const httpsFolder = (): string => path.join(env().ANJU_DATA_DIR, 'https');

export type ServerCertificate = NonNullable<Operations['certificate']>;

const namesOf = ({ subjectAltName = '' }: X509Certificate): string[] =>
  subjectAltName.split(', ').flatMap((part) => /^(?:DNS|IP Address):(.+)$/.exec(part)?.[1] ?? []);

/** The certificate that people's browsers are shown; null where nothing was set up, so that there is nothing to expire. */
export async function serverCertificate(now = Date.now()): Promise<ServerCertificate | 'unreadable' | null> {
  const named = env().ANJU_CERT_FILE;
  try {
    const certificate = new X509Certificate(
      await readFile(/* turbopackIgnore: true */ named ?? path.join(httpsFolder(), 'server.crt')),
    );
    const end = Date.parse(certificate.validTo);
    return {
      names: namesOf(certificate),
      notAfter: new Date(end).toISOString(),
      daysLeft: Math.floor((end - now) / DAY_MS),
    };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing && !named ? null : 'unreadable';
  }
}

export const daysLeftOf = (certificate: ServerCertificate | 'unreadable' | null): number | 'unreadable' | null =>
  typeof certificate === 'object' ? (certificate?.daysLeft ?? null) : certificate;

export const certificateDaysLeft = async () => daysLeftOf(await serverCertificate());
