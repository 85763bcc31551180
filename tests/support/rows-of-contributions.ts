import type pg from 'pg';
import { insert } from './world';

/** What a household owes and paid, and the fund of its compound. */
export async function contributions(
  owner: pg.Client,
  of: Record<string, unknown>,
  { compoundId, code, account }: { compoundId: string; code: string; account: string },
) {
  const { rows } = await owner.query<{ id: string; building_id: string }>(
    'SELECT id, building_id FROM household WHERE compound_id = $1 LIMIT 1',
    [compoundId],
  );
  const home = { household_id: rows[0]?.id, building_id: rows[0]?.building_id, compound_id: compoundId };
  const day = '2020-06-01';
  const { rows: years } = await owner.query<{ id: string }>(
    'SELECT programme_year_id AS id FROM project WHERE id = $1',
    [of.project_id],
  );
  const entry = (kind: string) =>
    insert(owner, 'ledger_entry', {
      ...{ ...of, programme_year_id: years[0]?.id, kind, source: 'residents', fund_kind: 'selfRaised' },
      ...{ earmark: 'general', amount: 100, entry_on: day, voucher_no: `${code}-居民-${kind}`, created_by: account },
    });
  const setting = await insert(owner, 'contribution_setting', {
    ...{ ...of, compound_id: compoundId, no: 1, rule: 'area', amount: 100, households: 1, area: 8833 },
    ...{ voucher_no: 'x', entry_id: await entry('allocated'), set_by: account },
  });
  await owner.query(
    `INSERT INTO contribution_share (setting_id, household_id, building_id, compound_id, county_id, area, amount) VALUES ($1, $2, $3, $4, $5, 8833, 100)`,
    [setting, home.household_id, home.building_id, compoundId, of.county_id],
  );
  await insert(owner, 'contribution_payment', {
    ...{ ...of, ...home, kind: 'payment', amount: 100, channel: 'cash', receipt_no: `${code}-1`, paid_on: day },
    ...{ entry_id: await entry('received'), recorded_by: account },
  });
  const fund = await insert(owner, 'maintenance_account', {
    ...{ compound_id: compoundId, county_id: of.county_id, bank: '农信社', number_masked: '****1234', opened_on: day },
    created_by: account,
  });
  await insert(owner, 'maintenance_entry', {
    ...{ account_id: fund, compound_id: compoundId, county_id: of.county_id, kind: 'deposit', amount: 100 },
    ...{ entry_on: day, voucher_no: '1', recorded_by: account },
  });
}
