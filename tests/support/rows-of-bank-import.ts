import type pg from 'pg';
import { insert } from './world';

interface Office {
  county: { id: string };
  code: string;
  account: string;
}

/** A statement that was sent, a line of it, and the entry that it confirms. */
export async function statements(owner: pg.Client, { county, code, account }: Office): Promise<void> {
  const here = { county_id: county.id };
  const file = await owner.query<{ id: string }>('SELECT id FROM stored_file WHERE county_id = $1 LIMIT 1', [
    county.id,
  ]);
  const project = await owner.query<{ id: string }>('SELECT id FROM project WHERE county_id = $1 LIMIT 1', [county.id]);
  const entry = (kind: string) =>
    insert(owner, 'ledger_entry', {
      ...{ ...here, project_id: project.rows[0]?.id, kind, source: 'central', earmark: 'general', amount: 100 },
      ...{ entry_on: '2020-03-01', voucher_no: `${code}-银行-${kind}`, created_by: account },
    });
  await entry('allocated');
  const received = await entry('received');
  const statement = await insert(owner, 'bank_statement', {
    ...{ ...here, kind: 'bank', file_id: file.rows[0]?.id, file_name: '流水.xlsx', sha256: code, sheet: '流水' },
    ...{ header_row: 1, created_by: account },
  });
  const line = await insert(owner, 'bank_line', {
    ...{ ...here, statement_id: statement, row_no: 2, line_on: '2020-03-01', amount: 100, fingerprint: code },
    ...{ decision: 'entry', entry_id: received },
  });
  await owner.query('INSERT INTO bank_match (line_id, county_id, entry_id, matched_by) VALUES ($1, $2, $3, $4)', [
    line,
    county.id,
    received,
    account,
  ]);
}
