import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { workbookOf } from '../../support/sheets';
import { asClerk, type Make } from './make';

const MONTH = '2020-05';

/** A project that reports in the month: known since January. */
async function reporting(s: Stage, d: Side) {
  const { id, compoundId } = await s.projects.contract(d);
  await s.world.owner.query(`UPDATE project SET created_at = '2020-01-06T09:00+08:00', stage = 8 WHERE id = $1`, [id]);
  const { rows } = await s.world.owner.query<{ code: string }>('SELECT code FROM project WHERE id = $1', [id]);
  return { id, compoundId, code: rows[0]?.code ?? '' };
}

/** One for every operation of the workbook of a month. */
export const PROGRESS_SHEET_EXAMPLES: Record<string, Make> = {
  'GET /progress/{month}/summary.xlsx': asClerk(async (_, d) => ({
    params: { month: MONTH },
    query: { county: d.county.id },
  })),
  'POST /progress/{month}/workbook': asClerk(async (s, d) => {
    const { code } = await reporting(s, d);
    const rows = [
      ['项目编号', '本月完成投资（元）', '现场人数'],
      [code, 5_000 + s.next(), 3],
    ];
    return {
      params: { month: MONTH },
      raw: new Uint8Array(await workbookOf({ 项目: rows })),
      headers: { 'x-file-name': encodeURIComponent('月报.xlsx'), 'content-type': 'application/octet-stream' },
    };
  }),
  'GET /progress/{month}/workbook.xlsx': asClerk(async (s, d) => {
    await reporting(s, d);
    return { params: { month: MONTH }, query: { county: d.county.id } };
  }),
  'POST /progress/{month}/workbook/apply': asClerk(async (s, d) => {
    const { id } = await reporting(s, d);
    return {
      params: { month: MONTH },
      body: { reports: [{ project: id, version: 0, investment: '5000.00', people: 3, problems: '缺材料', items: [] }] },
    };
  }),
};
