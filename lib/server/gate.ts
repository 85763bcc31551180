import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { can, type Permission } from '@/lib/domain/accounts/permissions';
import type { Actor } from './actor';
import { actorFromRow, mintFromRow } from './auth/actor-row';
import { lookUp, remember, remembered, type SessionRow } from './auth/session-row';
import { digestOf, sessionSecret } from './auth/session-token';
import { pool } from './db/pool';
import type { Proof } from './db/with-reader';

/** The session's row is looked at on each request: what ended it (sign-out, new password, new role, disabling) holds from the next request on. */
export async function actorOf(jar: Record<string, string>, requestId: string | null): Promise<Actor | null> {
  const secret = await sessionSecret(jar);
  if (!secret) return null;
  const digest = digestOf(secret);
  const { rows } = await pool().query<SessionRow>(lookUp(digest));
  const row = rows[0];
  remember(digest, row);
  if (!row) return null;
  if (row.seen_long_ago) {
    await pool().query('SELECT auth_touch_session($1)', [row.session_id]);
  }
  return actorFromRow(row, asOf(row, requestId));
}

const asOf = (row: SessionRow, requestId: string | null) => ({
  sessionId: row.session_id,
  mustChangePassword: row.must_change_password,
  requestId,
});

/**
 * Who it is if the session still says what it said last, so that a read need not wait for the session's row: that is asked in the same packet, in
 * front of the read (withReader), and what was read is thrown away unless the row is the same.
 */
export async function whoForeseen(
  jar: Record<string, string>,
  requestId: string | null,
): Promise<{ actor: Actor; proof: Proof } | null> {
  const secret = await sessionSecret(jar);
  const digest = secret && digestOf(secret);
  const known = digest ? remembered(digest) : undefined;
  const actor = known && mintFromRow(known.row, asOf(known.row, requestId));
  return actor ? { actor, proof: known.proof } : null;
}

/** Who looks at this page (once per request), or null. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  return actorOf(jar, (await headers()).get('x-request-id'));
});

/** For pages inside the portal: signed in, own password chosen, and allowed; a page one may not open does not exist. */
export async function pageActor(...permissions: Permission[]): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect('/login');
  if (actor.mustChangePassword) redirect('/password');
  if (!permissions.every((permission) => can(actor.role, permission))) notFound();
  return actor;
}
