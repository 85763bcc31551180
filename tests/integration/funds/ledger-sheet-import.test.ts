import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as template from '@/app/api/v1/funds/imports/template.xlsx/route';
import { makeWorld, type World } from '../../support/world';
import { codesOf, entriesOf, type Funded, freshNumbers, funded, ledgerBook, officeOf, ordersOf } from './statements';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
const finance = () => officeOf(world);
const no = freshNumbers('L');

describe('a ledger sheet', () => {
  const rowOf = (
    { code }: Funded,
    movement: string,
    sum: number | string,
    voucher: string,
    more: (string | null)[] = [],
  ) => [...[code, '', movement, '中央补助资金', '', '', sum, '2020-06-01', voucher], ...more];

  it('is written in the order of money, payments wait for a second person, and sent again it is all there', async () => {
    const project = await funded(world, { allocated: 0n });
    const office = finance();
    const pay = [project.contractNo, 'B-R01：60.00；其他费用：40.00', project.company, '进度款'];
    const view = await office.upload(
      await ledgerBook([
        rowOf(project, '支付', 100, no(), pay),
        rowOf(project, '到位', 400, no()),
        rowOf(project, '下达', 500, no()),
      ]),
      '台账.xlsx',
    );
    expect(view).toMatchObject({ kind: 'ledger', errors: 0, undecided: 0, findings: [] });
    const applied = await office.apply(view);
    expect(applied.json.counts, JSON.stringify(applied.json)).toEqual({
      written: 2,
      asked: 1,
      confirmed: 0,
      outside: 0,
      known: 0,
    });
    expect((await entriesOf(world, project.id)).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['allocated', '50000'],
      ['received', '40000'],
    ]);
    const [asked] = await ordersOf(world, project.id);
    expect(asked).toMatchObject({ status: 'submitted', amount: '10000' });
    const written = await entriesOf(world, project.id);
    expect((await office.view(view.id)).rows.map(({ decision }) => decision?.booked)).toMatchObject([
      { type: 'order', id: asked.id },
      { type: 'entry', id: written[1]?.id },
      { type: 'entry', id: written[0]?.id },
    ]);

    const { response } = await world.call(template.GET, {
      as: 'lufengFinance',
      path: '/api/v1/x?kind=ledger&filled=true',
    });
    const again = await office.upload(Buffer.from(await response.arrayBuffer()), '导出.xlsx');
    expect(again.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(new Set(again.rows.map(({ decision }) => decision?.decision))).toEqual(new Set(['entry']));
    expect((await office.apply(again)).json.counts).toMatchObject({ written: 0, asked: 0 });
    const links = (await office.view(again.id)).rows.map(({ decision }) => decision?.booked?.id);
    expect(links).toHaveLength(again.rows.length);
    expect(links).toEqual(expect.arrayContaining(written.map(({ id }) => id)));
    expect(links).not.toContain(undefined);
  });

  it('says beforehand what the books will refuse, at the cell, and writes nothing', async () => {
    const project = await funded(world, { allocated: 10_000n });
    const office = finance();
    const view = await office.upload(
      await ledgerBook([rowOf(project, '到位', 60, no()), rowOf(project, '到位', 70, no())]),
      '台账.xlsx',
    );
    expect(view.findings).toMatchObject([
      { level: 'warning', cell: 'G3', code: 'fund.beyondAllocated', params: { found: '70.00', there: '40.00' } },
    ]);
    const refused = await office.apply(view);
    expect(refused.json.reasons).toMatchObject([{ code: 'fund.beyondAllocated', field: 'rows.3.amount' }]);
    expect((await entriesOf(world, project.id)).map(({ kind }) => kind)).toEqual(['allocated']);
  });

  it('another county’s project is not there', async () => {
    const theirs = await funded(world, { county: 'shuangbai', allocated: 0n });
    const view = await finance().upload(await ledgerBook([rowOf(theirs, '下达', 60, no())]), '台账.xlsx');
    expect(view.findings).toMatchObject([
      { level: 'error', cell: 'A2', code: 'fundSheet.project', params: { found: theirs.code } },
    ]);
    expect(JSON.stringify(view)).not.toContain(theirs.name);
  });

  it('its rows are not decided by hand', async () => {
    const project = await funded(world, { allocated: 0n });
    const office = finance();
    const view = await office.upload(await ledgerBook([rowOf(project, '下达', 60, no())]), '台账.xlsx');
    const said = await office.decide(view, [{ lineId: view.rows[0]?.id, decision: 'outside', reason: '不要' }]);
    expect(codesOf(said.json)).toEqual(['bankImport.ledgerDecides']);
  });
});
