import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { META_SHEET, TEMPLATE_VERSION } from '@/lib/domain/imports/template';
import { fileStore } from '@/lib/server/files/store';
import { makeWorld, type World } from '../../support/world';
import { ask, exported, opened, problem, records, register, sheetOf } from './support';

let world: World;
let ids: Awaited<ReturnType<typeof register>>;
beforeAll(async () => {
  world = await makeWorld();
  ids = await register(world);
});
afterAll(() => world.end());

const WHY = '核对业主联系方式后上门征求意见';

describe('the workbook is template and export', () => {
  test('the empty template opens with guide, example, dropdowns, help, hidden id and version, and says its version and county', async () => {
    const workbook = await opened(await exported(world, 'lufengClerk', { kind: 'survey-template' }));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['说明', '小区', '楼栋', '户', META_SHEET, '_名单']);
    const meta = new Map(
      sheetOf(workbook, META_SHEET)
        .getRows(1, 6)
        ?.map((row) => [row.getCell(1).value, row.getCell(2).value]),
    );
    expect(meta.get('version')).toBe(TEMPLATE_VERSION);
    expect([meta.get('county'), meta.get('countyName')]).toEqual(['532302', '禄丰市']);
    expect(sheetOf(workbook, META_SHEET).state).toBe('hidden');

    const sheet = sheetOf(workbook, '小区');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(records(sheet)).toHaveLength(1);
    expect(records(sheet)[0]?.['小区名称*']).toBe('示例小区（此行不导入）');
    const headers = (sheet.getRow(1).values as string[]).slice(1);
    expect(headers.slice(-2)).toEqual(['编号（请勿改动）', '版本（请勿改动）']);
    expect([headers.length - 1, headers.length].map((at) => sheet.getColumn(at).hidden)).toEqual([true, true]);
    const at = (header: string) => sheet.getCell(2, headers.indexOf(header) + 1);
    expect(at('产权性质').dataValidation).toMatchObject({ type: 'list', formulae: ['"房改房,商品房,单位自管,混合"'] });
    expect(at('合法产权').dataValidation.formulae).toEqual(['"是,否"']);
    expect(at('街道（乡镇）').dataValidation).toMatchObject({ type: 'list', formulae: ["'_名单'!$A$1:$A$2"] });
    expect(at('社区（村）').dataValidation.prompt).toContain('下拉列表');
    expect(at('建筑面积（㎡）').numFmt).toBe('0.00');
    expect(at('小区名称*').numFmt).toBe('@');
    expect(sheetOf(workbook, '_名单').getColumn(1).values.slice(1)).toEqual(['金山镇', '广通镇']);
  });

  test('what the county has stands in it exactly; text that looks like a formula is text', async () => {
    const workbook = await opened(await exported(world, 'lufengClerk', { kind: 'survey' }));
    const [, compound, ...others] = records(sheetOf(workbook, '小区'));
    expect(others).toEqual([]);
    expect(compound).toMatchObject({
      '小区名称*': '=1+1小区',
      '街道（乡镇）': '金山镇',
      '社区（村）': '金山社区',
      地址: '-文化路12号',
      建成年份: 1996,
      '建筑面积（㎡）': 8640.5,
      产权性质: '房改房',
      业主委员会: '否',
      物业管理: null,
      合法产权: '是',
      经度: 102.071234,
      '设施：化粪池': '差',
      备注: '他说"好",\n第二行',
      '编号（请勿改动）': ids.compound,
      '版本（请勿改动）': '1',
    });
    expect(records(sheetOf(workbook, '楼栋'))[1]).toMatchObject({
      '小区名称*': '=1+1小区',
      '楼栋*': '1栋',
      结构: '砖混',
      '建筑面积（㎡）': 2160.12,
      '编号（请勿改动）': ids.building,
    });
    expect(records(sheetOf(workbook, '户'))[1]).toMatchObject({
      '楼栋*': '1栋',
      单元: '1单元',
      '房号*': '001',
      楼层: 1,
      '专有面积（㎡）': 88.33,
      业主姓名: '张**、李*',
      业主类型: '个人',
      联系电话: '138****1234、-',
      '编号（请勿改动）': ids.household,
    });
  });

  test('the prefecture takes the county that it names, masked; without one it is told to choose', async () => {
    const workbook = await opened(
      await exported(world, 'prefectureBureau', { kind: 'survey', county: world.lufeng.id }),
    );
    expect(records(sheetOf(workbook, '户'))[1]).toMatchObject({ 业主姓名: '张**、李*', 联系电话: '138****1234、-' });
    const refused = await ask(world, 'prefectureBureau', { kind: 'survey' });
    expect(problem(refused).reasons?.map(({ code }) => code)).toEqual(['export.countyNeeded']);
  });

  test('in clear only for who may, with a reason that stands in the audit, and never in clear on the disk', async () => {
    const refused = await ask(world, 'lufengClerk', { kind: 'survey', unmasked: true });
    expect(refused.status).toBe(422);
    expect(problem(refused).reasons?.[0]).toMatchObject({ code: 'personal.reasonTooShort' });
    expect(
      (await ask(world, 'prefectureBureau', { kind: 'survey', county: world.lufeng.id, unmasked: true, reason: WHY }))
        .status,
    ).toBe(403);

    const bytes = await exported(world, 'lufengClerk', { kind: 'survey', unmasked: true, reason: WHY });
    expect(records(sheetOf(await opened(bytes), '户'))[1]).toMatchObject({
      业主姓名: '张三丰、李四',
      联系电话: '13800001234、-',
    });
    const lines = await world.owner.query<{ action: string; reason: string }>(
      `SELECT action, reason FROM audit_line WHERE entity = 'export_job' AND reason = $1 ORDER BY id`,
      [WHY],
    );
    expect(lines.rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['export.ask', 'export.unmasked', 'export.fetch']),
    );
    const { rows } = await world.owner.query<{ storage_key: string; county_id: string }>(
      `SELECT storage_key, county_id FROM stored_file WHERE purpose = 'export' AND name LIKE '%含个人信息%'`,
    );
    expect(rows[0]?.county_id).toBe(world.lufeng.id);
    const kept: Buffer[] = [];
    for await (const chunk of fileStore().get(rows[0]?.storage_key ?? '')) kept.push(chunk as Buffer);
    expect(Buffer.concat(kept).subarray(0, 4).toString('latin1')).not.toBe('PK\u0003\u0004');
  });
});
