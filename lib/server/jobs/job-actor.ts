import 'server-only';
import { isRole, levelOf } from '@/lib/domain/accounts/roles';
import { isLocale } from '@/lib/i18n/config';
import { type Actor, mintActor } from '@/lib/server/actor';
import { pool } from '@/lib/server/db/pool';

interface AccountRow {
  account_id: string;
  username: string;
  display_name: string;
  role: string;
  locale: string;
  disabled: boolean;
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

/** A job that can't run, for a reason that people can read; it is not tried again. */
export class JobRefused extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
  }
}

/** Who asked, as that account stands now: disabled or moved since then, and the job has no more rights than the account. */
export async function jobActor(accountId: string, jobId: string): Promise<Actor> {
  const { rows } = await pool().query<AccountRow>('SELECT * FROM auth_job_actor($1)', [accountId]);
  const row = rows[0];
  if (!row || !isRole(row.role)) throw new JobRefused('job.accountGone');
  if (row.disabled) throw new JobRefused('job.accountDisabled', { name: row.display_name });
  const level = levelOf(row.role);
  return mintActor({
    accountId: row.account_id,
    sessionId: null,
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    level,
    unit: { id: row.unit_id, name: row.unit_name, nameEn: row.unit_name_en, kind: row.unit_kind },
    prefectureId: row.prefecture_id,
    countyId: row.county_id,
    subdistrictId: row.subdistrict_id,
    communityId: row.community_id,
    counties: level === 'project' ? [] : asList(row.counties),
    locale: isLocale(row.locale) ? row.locale : 'zh-CN',
    mustChangePassword: false,
    requestId: `job:${jobId}`,
  });
}

const asList = (value: string[] | string | null): string[] =>
  Array.isArray(value) ? value : (value ?? '').replace(/[{}]/g, '').split(',').filter(Boolean);
