// The https address that the guide (/certificate) tries from the device that reads it: the same name by which the guide
// was opened where the certificate holds it, else the main one. The page's policy lets it connect there and nowhere else.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { namesOf } from './https/certificate.mjs';

export const SECURE_ORIGIN = 'x-anju-secure-origin';
export const GUIDE = '/certificate';

function namesIn(file) {
  try {
    return namesOf(new crypto.X509Certificate(fs.readFileSync(file)));
  } catch {
    return []; // none, or not readable: 运行状况 tells (certificate_unreadable)
  }
}

/** (host of the request) → origin, or null while people are served over plain http. */
export function secureOrigins({ NEXTAUTH_URL, ANJU_CERT_FILE, ANJU_DATA_DIR }) {
  const main = new URL(NEXTAUTH_URL);
  if (main.protocol !== 'https:') return () => null;
  const names = namesIn(ANJU_CERT_FILE ?? path.join(ANJU_DATA_DIR, 'https', 'server.crt'));
  const port = main.port ? `:${main.port}` : '';
  return (host = '') => {
    const name = host.toLowerCase().replace(/:\d+$/, '');
    return names.includes(name) ? `https://${name}${port}` : main.origin;
  };
}
