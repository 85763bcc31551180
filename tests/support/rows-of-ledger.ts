import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { insert } from './world';

interface Of {
  prefectureId: string;
  countyId: string;
  year: string | undefined;
  project: string;
  code: string;
  account: string;
}

/** Money of a project all its way, and a batch that gives some: what the triggers keep comes with it. */
export async function ledger(owner: pg.Client, of: Of): Promise<void> {
  const { prefectureId, countyId, year, project, code, account } = of;
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM contract WHERE project_id = $1 LIMIT 1', [
    project,
  ]);
  const contract = rows[0]?.id;
  const pot = { source: 'local', fund_kind: 'county', earmark: 'general', amount: 100 };
  const here = { county_id: countyId, project_id: project, programme_year_id: year };
  const items = JSON.stringify([{ item: 'C-R07', amount: '100' }]);
  const entry = (kind: string, more: object = {}) =>
    insert(owner, 'ledger_entry', {
      ...{ ...here, ...pot, kind, entry_on: '2020-03-01', voucher_no: `${code}-${kind}`, created_by: account },
      ...more,
    });
  await entry('allocated');
  await entry('received');
  await entry('paid', { contract_id: contract, items, approved_by: randomUUID() });
  await insert(owner, 'payment_order', {
    ...{ project_id: project, county_id: countyId, contract_id: contract, ...pot, items, payee: `${code} 建工` },
    ...{ purpose: '进度款', pay_on: '2020-03-02', voucher_no: `${code}-order`, created_by: account },
  });
  const batch = await insert(owner, 'fund_batch', {
    ...{ prefecture_id: prefectureId, programme_year_id: year, document_no: `${code}号`, document_on: '2020-02-01' },
    ...{ title: '第一批', source: 'central', earmark: 'works', total: 100, created_by: account },
  });
  await insert(owner, 'fund_batch_line', { batch_id: batch, county_id: countyId, amount: 100, created_by: account });
}
