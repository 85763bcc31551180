import 'server-only';
import { ENTITIES } from '@/lib/domain/imports/fields';
import {
  choiceWords,
  EXAMPLE_MARK,
  type Facility,
  GUIDE_SHEET,
  META_SHEET,
  SHEET_NAMES,
  TEMPLATE_VERSION,
  templateColumns,
} from '@/lib/domain/imports/template';
import type { Workbook } from '@/lib/server/workbooks/sheet-writer';
import { LISTS_SHEET, type Places } from './survey-columns';

export interface WorkbookFacts {
  county: { id: string; code: string; name: string };
  /** '2026-11-23 15:30', by the database's clock */
  madeAt: string;
  masked: boolean;
  facilities: readonly Facility[];
  places: Places;
}

const STEPS = [
  '一、在“小区”“楼栋”“户”三张表里填写。每张表第一行是表头，不要改动；深橙色表头（带 *）必须填写。',
  `二、第二行是${EXAMPLE_MARK}，不会导入，可以保留。`,
  '三、已有的数据已经填好。改哪一格就导入哪一格；不改的原样保留。隐藏的编号和版本两列请勿改动。',
  '四、不清楚的就空着，不要猜。资料不全的小区可以先导入，以后再补。',
  '五、带 * 的姓名和电话是隐去的个人信息，不改就保持原样；要改，请填写完整的新内容。',
  '六、填好后在系统“导入”页面上传本文件。系统先逐格检查并给出预览，确认后才写入。',
];

/** 说明: how to fill it in, and every column with its help. */
export function writeGuide(workbook: Workbook, { county, madeAt, masked, facilities }: WorkbookFacts): void {
  const sheet = workbook.addWorksheet(GUIDE_SHEET, {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 12 }, { width: 26 }, { width: 60 }, { width: 50 }];
  const line = (cells: string[], bold = false, size = 11) => {
    const row = sheet.addRow(cells);
    row.font = { bold, size };
    // without it some programs let the title run into the line below
    if (size > 11) row.height = size * 2;
    row.alignment = { vertical: 'top', wrapText: cells.length > 1 };
    row.commit();
  };
  line([`${county.name}城镇老旧小区排查摸底表`], true, 16);
  line([`模板版本 ${TEMPLATE_VERSION}　导出时间 ${madeAt}　个人信息${masked ? '已隐去' : '未隐去，请妥善保管'}`]);
  line([]);
  for (const step of STEPS) line([step]);
  line([]);
  line(['表', '列', '怎样填写', '可选'], true);
  for (const entity of ENTITIES)
    for (const { header, help, spec } of templateColumns(entity, facilities))
      line([SHEET_NAMES[entity], header, help, choiceWords(spec).join('、')]);
  sheet.commit();
}

/** What the importer reads first: version, county, when. Lists of dropdowns stand beside it, hidden too. */
export function writeMeta(workbook: Workbook, { county, madeAt, masked, places }: WorkbookFacts): void {
  const meta = workbook.addWorksheet(META_SHEET, { state: 'hidden' });
  const pairs: [string, string][] = [
    ['version', TEMPLATE_VERSION],
    ['county', county.code],
    ['countyName', county.name],
    ['countyId', county.id],
    ['madeAt', madeAt],
    ['masked', masked ? 'yes' : 'no'],
  ];
  for (const pair of pairs) meta.addRow(pair).commit();
  meta.commit();
  const lists = workbook.addWorksheet(LISTS_SHEET, { state: 'hidden' });
  const { subdistricts, communities } = places;
  for (let index = 0; index < Math.max(subdistricts.length, communities.length, 1); index++)
    lists.addRow([subdistricts[index] ?? null, communities[index] ?? null]).commit();
  lists.commit();
}
