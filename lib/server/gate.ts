import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { can, type Permission } from '@/lib/domain/accounts/permissions';
import { isRole, levelOf, type RoleLevel } from '@/lib/domain/accounts/roles';
import { isLocale } from '@/lib/i18n/config';
import { type Actor, mintActor } from './actor';
import { digestOf, sessionSecret } from './auth/session-token';
import { pool } from './db/pool';

interface SessionRow {
  session_id: string;
  account_id: string;
  username: string;
  display_name: string;
  role: string;
  locale: string;
  must_change_password: boolean;
  last_seen_at: Date;
  unit_id: string;
  unit_name: string;
  unit_name_en: string | null;
  unit_kind: string;
  prefecture_id: string;
  county_id: string | null;
  subdistrict_id: string | null;
  community_id: string | null;
  counties: string[] | null;
}

/** People of projects see no county's rows by their unit: their territory is the projects named to them. */
const countiesOf = (row: SessionRow, level: RoleLevel) => (level === 'project' ? [] : parseUuids(row.counties));

/** pg hands uuid[] over as text. */
function parseUuids(value: string[] | string | null): string[] {
  if (Array.isArray(value)) return value;
  return value ? value.replace(/[{}]/g, '').split(',').filter(Boolean) : [];
}

export function actorFromRow(row: SessionRow, requestId: string | null): Actor | null {
  if (!isRole(row.role)) return null;
  const level = levelOf(row.role);
  return mintActor({
    accountId: row.account_id,
    sessionId: row.session_id,
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    level,
    unit: { id: row.unit_id, name: row.unit_name, nameEn: row.unit_name_en, kind: row.unit_kind },
    prefectureId: row.prefecture_id,
    countyId: row.county_id,
    subdistrictId: row.subdistrict_id,
    communityId: row.community_id,
    counties: countiesOf(row, level),
    locale: isLocale(row.locale) ? row.locale : 'zh-CN',
    mustChangePassword: row.must_change_password,
    requestId,
  });
}

const LOOK_UP = { name: 'auth-session', text: 'SELECT * FROM auth_session($1)' };
const TOUCH_AFTER_MS = 60_000;

/** The session's row is looked at on each request: what ended it (sign-out, new password, new role, disabling) holds from the next request on. */
export async function actorOf(jar: Record<string, string>, requestId: string | null): Promise<Actor | null> {
  const secret = await sessionSecret(jar);
  if (!secret) return null;
  const { rows } = await pool().query<SessionRow>({ ...LOOK_UP, values: [digestOf(secret)] });
  const row = rows[0];
  if (!row) return null;
  if (Date.now() - row.last_seen_at.getTime() > TOUCH_AFTER_MS) {
    await pool().query('SELECT auth_touch_session($1)', [row.session_id]);
  }
  return actorFromRow(row, requestId);
}

/** Who looks at this page (once per request), or null. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  return actorOf(jar, (await headers()).get('x-request-id'));
});

/** For pages inside the portal: signed in, own password chosen, and allowed; a page one may not open does not exist. */
export async function pageActor(permission?: Permission): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect('/login');
  if (actor.mustChangePassword) redirect('/password');
  if (permission && !can(actor.role, permission)) notFound();
  return actor;
}
