import type pg from 'pg';
import { insert } from './world';

/** Who pays for a project: what the county says about it, a split of its own, and what it agreed. */
export async function sharing(owner: pg.Client, of: Record<string, unknown>, compoundId: string, account: string) {
  const place = { ...of, compound_id: compoundId, item: 'C-R07' };
  await owner.query('INSERT INTO sharing (project_id, county_id, updated_by) VALUES ($1, $2, $3)', [
    ...[of.project_id, of.county_id, account],
  ]);
  const parts = JSON.stringify([{ source: 'central', kind: null, payer: null, amount: '1.00' }]);
  await insert(owner, 'sharing_change', { ...place, parts, reason: '县人民政府专题会议纪要', created_by: account });
  const agreed = {
    no: 1,
    source: 'local',
    kind: 'county',
    amount: 100,
    rule: 'otherRequired',
    clause: '决定/未列明项目',
  };
  await insert(owner, 'agreed_share', { ...place, ...agreed, created_by: account });
}
