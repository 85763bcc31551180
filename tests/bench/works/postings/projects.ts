/** Projects of 禄丰市 that are paid for: id, county, year; $1 how many. */
export const PROJECTS = `SELECT p.id, p.county_id AS "countyId", p.programme_year_id AS "yearId" FROM project p JOIN unit u ON u.id = p.county_id
  WHERE u.code = '532302' AND p.status = 'active' AND p.stage BETWEEN 5 AND 9 ORDER BY p.id DESC LIMIT $1`;
/** Ten million 元 for one of them, so that what is received has been given: county, project, year, who. */
export const ALLOCATED = `INSERT INTO ledger_entry (county_id, project_id, programme_year_id, kind, source, fund_kind, earmark, amount, entry_on, voucher_no, created_by)
  SELECT $1::uuid, $2::uuid, $3::uuid, 'allocated', 'local', 'county', 'general', 1000000000, '2020-02-01', 'B0-' || $2::uuid, id FROM account WHERE username = $4`;
