import type { Role } from '@/lib/domain/accounts/roles';
import { hashPassword } from '@/lib/server/auth/password-hash';
import type { UnitRow } from './places/load-units';
import type { Sql } from './shared/sql';

export interface AccountToLoad {
  username: string;
  displayName: string;
  role: Role;
  unitCode: string;
  password: string;
  mustChangePassword: boolean;
  demonstration: boolean;
  locale?: 'zh-CN' | 'en';
}

const INSERT = `WITH given AS (
    SELECT anju_new_id() AS id, a.* FROM jsonb_to_recordset($1) AS a ("prefectureId" uuid, "countyId" uuid, "subdistrictId" uuid, "communityId" uuid,
      "unitId" uuid, username text, "displayName" text, role text, locale text, "mustChangePassword" boolean, demonstration boolean, hash text)
  ), made AS (
    INSERT INTO account (id, prefecture_id, county_id, subdistrict_id, community_id, unit_id, username, display_name, role, locale, must_change_password, demonstration)
      SELECT id, "prefectureId", "countyId", "subdistrictId", "communityId", "unitId", username, "displayName", role, locale, "mustChangePassword", demonstration
      FROM given RETURNING id
  )
  INSERT INTO account_password (account_id, prefecture_id, county_id, subdistrict_id, community_id, hash)
    SELECT g.id, "prefectureId", "countyId", "subdistrictId", "communityId", hash FROM given g JOIN made USING (id)`;

async function hashes(passwords: string[]): Promise<Map<string, string>> {
  const distinct = [...new Set(passwords)];
  return new Map(await Promise.all(distinct.map(async (one) => [one, await hashPassword(one)] as const)));
}

/** Adds the accounts whose user names are not taken; answers how many. Each distinct password is hashed once. */
export async function loadAccounts(
  client: Sql,
  accounts: readonly AccountToLoad[],
  units: Map<string, UnitRow>,
): Promise<number> {
  const { rows: known } = await client.query<{ username: string }>(
    'SELECT username FROM account WHERE username = ANY ($1)',
    [accounts.map((account) => account.username)],
  );
  const taken = new Set(known.map((row) => row.username));
  const fresh = accounts.filter((account) => !taken.has(account.username));
  if (fresh.length === 0) return 0;
  const hashed = await hashes(fresh.map((account) => account.password));
  const rows = fresh.map(({ password, unitCode, ...account }) => {
    const unit = units.get(unitCode);
    if (!unit) throw new Error(`account ${account.username}: no unit ${unitCode}`);
    const { id: unitId, prefectureId, countyId, subdistrictId, communityId } = unit;
    const place = { unitId, prefectureId, countyId, subdistrictId, communityId };
    return { locale: 'zh-CN', ...account, ...place, hash: hashed.get(password) };
  });
  await client.query(INSERT, [JSON.stringify(rows)]);
  return fresh.length;
}
