import 'server-only';
import { createHmac } from 'node:crypto';
import { pool } from '@/lib/server/db/pool';
import { env } from '@/lib/server/env';
import { takeNote } from './tries';

/** People mistype, and sometimes type the password where the name belongs: what was typed is kept as a keyed number that tells repetitions only. */
const numberOf = (typed: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`anju-stranger:${typed.trim().toLowerCase()}`)
    .digest('hex')
    .slice(0, 16);

interface From {
  address: string | null;
  requestId: string | null;
}

/** A try under a name that no account has. Whoever tries without end fills no table: after some lines there is one that says so (docs/decisions/0007). */
export async function recordStranger(username: string, { address, requestId }: From): Promise<void> {
  const note = await takeNote(address);
  if (note === 'none') return;
  const action = note === 'last' ? 'account.sign_in_unknown_many' : 'account.sign_in_unknown';
  const details = JSON.stringify({ address, typed: numberOf(username) });
  await pool().query('SELECT auth_record_stranger($1, $2, $3)', [action, details, requestId]);
}
