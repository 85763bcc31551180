import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { fileRow } from '../../support/project-rows';
import { projectAt } from '../../support/stage-project';
import { insert } from '../../support/world';
import { asClerk, type Make, of } from './make';

/** A draft with one line that nobody decided on. */
async function statement(s: Stage, d: Side, decided = false) {
  const { owner } = s.world;
  const project = await projectAt(s.world, 6, 'complete', d);
  const here = { county_id: d.county.id };
  const file = await fileRow(
    s.world,
    d.clerkId === s.world.actors.lufengClerk.accountId ? 'lufengClerk' : 'shuangbaiClerk',
    {
      content: `交易日期,摘要,收入,支出\n2020-03-01,补助${s.next()},100,\n`,
      name: '流水.csv',
      purpose: 'import',
    },
  );
  await owner.query('UPDATE stored_file SET prefecture_id = $2, county_id = $3 WHERE id = $1', [
    file.id,
    d.prefectureId,
    d.county.id,
  ]);
  const id = await insert(owner, 'bank_statement', {
    ...{
      ...here,
      kind: 'bank',
      file_id: file.id,
      file_name: s.nameOf(d, '流水.csv'),
      sha256: file.sha256,
      sheet: 'CSV',
    },
    ...{ header_row: 1, period_from: '2020-03-01', period_to: '2020-03-01', created_by: d.clerkId },
  });
  const line = await insert(owner, 'bank_line', {
    ...{ ...here, statement_id: id, row_no: 2, line_on: '2020-03-01', amount: 10_000, remark: s.nameOf(d, '补助') },
    ...{ fingerprint: file.sha256, ...(decided ? { decision: 'outside', note: '利息' } : {}) },
  });
  return { id, version: 1, line, projectId: project.id };
}

/** Bank statements and ledgers that come in: one example for every operation. */
export const BANK_IMPORT_EXAMPLES: Record<string, Make> = {
  'GET /funds/imports': asClerk(async () => ({ query: { limit: '20' } })),
  'POST /funds/imports': asClerk(async (s, d) => ({
    raw: `交易日期,摘要,收入,支出\n2020-03-01,补助${s.next()},100,\n`,
    headers: {
      'x-file-name': encodeURIComponent(s.nameOf(d, '流水.csv')),
      'content-type': 'application/octet-stream',
    },
  })),
  'GET /funds/imports/template.xlsx': asClerk(async () => ({ query: { kind: 'ledger', filled: 'true' } })),
  'GET /funds/imports/{id}': asClerk(of((s, d) => statement(s, d))),
  'POST /funds/imports/{id}/apply': asClerk(of((s, d) => statement(s, d, true))),
  'POST /funds/imports/{id}/cancel': asClerk(of((s, d) => statement(s, d))),
  'PATCH /funds/imports/{id}/decisions': asClerk(async (s, d) => {
    const { id, version, line, projectId } = await statement(s, d);
    const receipt = { lineId: line, decision: 'receipt', projectId, source: 'central' };
    return { params: { id }, version, body: { decisions: [receipt] } };
  }),
  'GET /funds/imports/{id}/marked.xlsx': asClerk(of((s, d) => statement(s, d))),
};
