import { z } from 'zod';
import { idField } from '../kernel/input';
import { monthField } from '../progress/schema';
import type { FilledCell, FilledGroup } from './fill';
import { type Form, TABLES } from './shape';
import { TABLE_NAMES } from './shapes';
import type { Unfilled } from './unfilled';
import { UNFILLED } from './unfilled';
import { valueText } from './value-text';

export const statisticsParams = z.strictObject({
  table: z.enum(TABLES).describe('county-month 月报表，finance 资金情况表，national 国家统计表'),
});

export const statisticsQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('项目年度；不填时为当前年度'),
  month: monthField.optional().describe('月报表的月份，如 2020-05；不填时为上月。其他两张表不分月份'),
  county: idField.optional().describe('县市；州级人员不填时为全州，每个县市一列和合计'),
});
export type StatisticsQuery = z.output<typeof statisticsQuery>;

const cell = z.object({
  value: z.string().nullable().describe('没有可填的数时为空，不以零代替'),
  missing: z.int().describe('没有计入的记录数；0 为完整'),
});
const bilingual = { name: z.string(), nameEn: z.string() };
const unit = z.object({ id: z.uuid(), code: z.string(), name: z.string(), nameEn: z.string().nullable() });

export const statisticsAnswer = z.object({
  table: z.enum(TABLES),
  ...bilingual,
  asOf: z.iso.datetime().describe('数据时刻'),
  year: z.int(),
  month: z.string().nullable(),
  unit: unit.extend({ level: z.enum(['prefecture', 'county']) }),
  units: z.array(unit).describe('各列的县市'),
  groups: z.array(
    z.object({
      code: z.string(),
      ...bilingual,
      rows: z.array(
        z.object({
          no: z.int().describe('行次'),
          code: z.string(),
          ...bilingual,
          counted: z.string().describe('计量单位'),
          countedEn: z.string(),
          definition: z.string(),
          definitionEn: z.string(),
          clause: z.string(),
          total: cell.describe('合计'),
          values: z.array(cell).describe('与 units 一一对应'),
        }),
      ),
    }),
  ),
  unfilled: z
    .array(
      z.object({
        no: z.int(),
        code: z.string(),
        group: z.string().describe('在表的哪一部分'),
        groupEn: z.string(),
        ...bilingual,
        kind: z.enum(UNFILLED).describe('never 系统未记录，nothing 没有可填的数，partial 数据不完整'),
        units: z.array(z.uuid()).describe('哪些县市；空为所有'),
        missing: z.int(),
        reason: z.string(),
        reasonEn: z.string(),
      }),
    )
    .describe('未能填报的单元格'),
});
export type StatisticsAnswer = z.infer<typeof statisticsAnswer>;
export type StatisticsRow = StatisticsAnswer['groups'][number]['rows'][number];

export interface Statistics extends Pick<StatisticsAnswer, 'table' | 'asOf' | 'year' | 'month' | 'unit' | 'units'> {
  groups: FilledGroup[];
  unfilled: Unfilled[];
}

const cellText = ({ value, missing }: FilledCell, form: Form) => ({
  value: value === null ? null : valueText(value, form),
  missing,
});

/** The table in words and decimal text, as the API, the page and the files say it. */
export function answerOf({ groups, unfilled, units, ...head }: Statistics): StatisticsAnswer {
  const { zh, en } = TABLE_NAMES[head.table];
  return {
    ...head,
    ...{ name: zh, nameEn: en, units },
    groups: groups.map(({ code, name, rows }) => ({
      ...{ code, name: name.zh, nameEn: name.en },
      rows: rows.map(({ no, row, cells, total }) => ({
        ...{ no, code: row.code, name: row.name.zh, nameEn: row.name.en },
        ...{ counted: row.unit.zh, countedEn: row.unit.en, clause: row.clause },
        ...{ definition: row.definition.zh, definitionEn: row.definition.en },
        total: cellText(total, row.form),
        values: cells.map((one) => cellText(one, row.form)),
      })),
    })),
    unfilled: unfilled.map(({ group, name, reason, units: at, ...one }) => ({
      ...one,
      ...{ group: group.zh, groupEn: group.en, name: name.zh, nameEn: name.en, reason: reason.zh, reasonEn: reason.en },
      units: at.flatMap((place) => units[place]?.id ?? []),
    })),
  };
}
