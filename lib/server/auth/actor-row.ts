import 'server-only';
import { isRole, levelOf } from '@/lib/domain/accounts/roles';
import { isLocale } from '@/lib/i18n/config';
import { type Actor, type ActorFacts, mintActor } from '@/lib/server/actor';
import { tellWho } from '@/lib/server/log';

/** An account with its unit, as auth_session() and auth_job_actor() answer it. */
export interface ActorRow {
  account_id: string;
  username: string;
  display_name: string;
  role: string;
  locale: string;
  unit_id: string;
  unit_name: string;
  unit_name_en: string | null;
  unit_kind: string;
  prefecture_id: string;
  county_id: string | null;
  subdistrict_id: string | null;
  community_id: string | null;
  counties: string[] | string | null;
}

/** pg hands uuid[] over as text. */
function parseUuids(value: string[] | string | null): string[] {
  if (Array.isArray(value)) return value;
  return value ? value.replace(/[{}]/g, '').split(',').filter(Boolean) : [];
}

type Asked = Pick<ActorFacts, 'sessionId' | 'mustChangePassword' | 'requestId'> & Partial<Pick<ActorFacts, 'token'>>;

/** The one place where an actor is minted: from a row that the database proved. People of projects see no county's rows by their unit. */
export function mintFromRow(row: ActorRow, asked: Asked): Actor | null {
  if (!isRole(row.role)) return null;
  const level = levelOf(row.role);
  return mintActor({
    accountId: row.account_id,
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    level,
    unit: { id: row.unit_id, name: row.unit_name, nameEn: row.unit_name_en, kind: row.unit_kind },
    prefectureId: row.prefecture_id,
    countyId: row.county_id,
    subdistrictId: row.subdistrict_id,
    communityId: row.community_id,
    counties: level === 'project' ? [] : parseUuids(row.counties),
    locale: isLocale(row.locale) ? row.locale : 'zh-CN',
    token: null,
    ...asked,
  });
}

/** The same, of a row that was just now read: the lines of the log are about this person from here on. */
export function actorFromRow(row: ActorRow, asked: Asked): Actor | null {
  const actor = mintFromRow(row, asked);
  if (actor) tellWho(actor);
  return actor;
}
