import type { Scope } from '@/lib/domain/accounts/scopes';
import { newTokenSecret } from '@/lib/server/auth/token-secret';
import { insert, type World } from '../world';
import { addAccount, type Side } from './side';

let made = 0;

/** A token as the product would make it, for tests that are not about its making. */
export async function makeToken(world: World, accountId: string, scopes: readonly Scope[]): Promise<string> {
  made += 1;
  const { secret, digest, hint } = newTokenSecret();
  const { rows } = await world.owner.query<Record<string, string | null>>(
    'SELECT id AS account_id, prefecture_id, county_id, subdistrict_id, community_id, unit_id FROM account WHERE id = $1',
    [accountId],
  );
  const { unit_id, ...place } = rows[0] ?? {};
  const days = await world.owner.query<{ day: string }>(`SELECT (anju_today() + 30)::text AS day`);
  const token = { ...place, unit_id, name: `第${made}个系统`, hint, scopes, expires_on: days.rows[0]?.day };
  const id = await insert(world.owner, 'access_token', token);
  const columns = Object.keys(place);
  await world.owner.query(
    `INSERT INTO access_token_secret (token_id, digest, ${columns.join(', ')}) VALUES ($1, $2, ${columns.map((_, n) => `$${n + 3}`).join(', ')})`,
    [id, digest, ...Object.values(place)],
  );
  return secret;
}

/** One of every kind that opens nothing any more, of people of that side; each has been refused once, which is on record. */
export async function tokensThatOpenNothing(world: World, side: Side): Promise<[code: string, bearer: string][]> {
  const { owner } = world;
  const scopes: Scope[] = ['compounds.read'];
  const post = { prefectureId: side.prefectureId, countyId: side.county.id, unitId: side.county.id };
  const fresh = async (name: string) => {
    const { id } = await addAccount(owner, `token.${name}`, 'county_bureau', post);
    return { id, secret: await makeToken(world, id, scopes) };
  };
  const revoked = await fresh('revoked');
  const expired = await fresh('expired');
  const disabled = await fresh('disabled');
  const moved = await fresh('moved');
  await owner.query(`UPDATE access_token SET revoked_at = anju_now(), revoked_how = 'own' WHERE account_id = $1`, [
    revoked.id,
  ]);
  await owner.query('UPDATE access_token SET expires_on = anju_today() - 1 WHERE account_id = $1', [expired.id]);
  await owner.query('UPDATE account SET disabled_at = anju_now() WHERE id = $1', [disabled.id]);
  await owner.query('UPDATE account SET unit_id = $2 WHERE id = $1', [moved.id, side.county.subdistricts[0]?.id]);
  await owner.query('UPDATE access_token_secret SET last_refused_at = anju_now()');
  const unknown = newTokenSecret().secret;
  return [
    ['token_malformed', 'anju_'],
    ['token_malformed', `${unknown.slice(0, -1)}${unknown.endsWith('A') ? 'B' : 'A'}`],
    ['token_malformed', `anju_${'a'.repeat(5000)}`],
    ['token_unknown', unknown],
    ['token_revoked', revoked.secret],
    ['token_expired', expired.secret],
    ['token_disabled', disabled.secret],
    ['token_moved', moved.secret],
  ];
}
