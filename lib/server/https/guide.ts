import 'server-only';
import { type Authority, authority } from './authority';
import { serverCertificate } from './certificate';

export interface Guide {
  authority: Omit<Authority, 'der'>;
  names: string[];
  /** Addresses of the guide over plain http, that of the poster first. */
  addresses: string[];
}

const addressOf = (host: string) => `http://${host}/certificate`;

/**
 * The guide has to be reached before a device trusts: over plain http, by the name by which it was opened where the
 * certificate holds that, or by the one that was chosen for the poster.
 */
export async function guide(headers: Headers, chosen?: string): Promise<Guide | null> {
  const [found, certificate] = await Promise.all([authority(), serverCertificate()]);
  if (!found) return null;
  const names = certificate && certificate !== 'unreadable' ? certificate.names : [];
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? '';
  const name = host.replace(/:\d+$/, '');
  const isPlain = headers.get('x-forwarded-proto') !== 'https';
  const addresses = names.map((one) => addressOf(one === name && isPlain ? host : one));
  const first = addresses.find((one) => one === chosen) ?? addresses[names.indexOf(name)] ?? addresses[0];
  const { der, ...shown } = found;
  return {
    authority: shown,
    names,
    addresses: first ? [first, ...addresses.filter((one) => one !== first)] : [],
  };
}
