import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { can, type Permission } from '@/lib/domain/accounts/permissions';
import type { Actor } from './actor';
import { type ActorRow, actorFromRow } from './auth/actor-row';
import { digestOf, sessionSecret } from './auth/session-token';
import { pool } from './db/pool';

interface SessionRow extends ActorRow {
  session_id: string;
  must_change_password: boolean;
  /** Longer ago than a minute, by the database's clock. */
  seen_long_ago: boolean;
}

const LOOK_UP = {
  name: 'auth-session',
  text: "SELECT *, last_seen_at < anju_now() - interval '1 minute' AS seen_long_ago FROM auth_session($1)",
};

/** The session's row is looked at on each request: what ended it (sign-out, new password, new role, disabling) holds from the next request on. */
export async function actorOf(jar: Record<string, string>, requestId: string | null): Promise<Actor | null> {
  const secret = await sessionSecret(jar);
  if (!secret) return null;
  const { rows } = await pool().query<SessionRow>({ ...LOOK_UP, values: [digestOf(secret)] });
  const row = rows[0];
  if (!row) return null;
  if (row.seen_long_ago) {
    await pool().query('SELECT auth_touch_session($1)', [row.session_id]);
  }
  return actorFromRow(row, {
    sessionId: row.session_id,
    mustChangePassword: row.must_change_password,
    requestId,
  });
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
