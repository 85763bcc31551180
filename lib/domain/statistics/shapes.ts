import type { Label } from '../kernel/label';
import type { Rulebook } from '../rulebook/schema';
import { countyMonthGroups } from './county-month';
import { financeGroups } from './finance';
import { nationalGroups } from './national';
import { readShape, type Shape, type ShapeGroup, type TableName } from './shape';

export const TABLE_NAMES: Record<TableName, Label> = {
  'county-month': { zh: '城镇老旧小区改造月报表', en: 'Monthly table' },
  finance: { zh: '城镇老旧小区改造资金情况表', en: 'Finance table' },
  national: {
    zh: '城镇老旧小区改造统计表（基础类、完善类、提升类）',
    en: 'National statistics (basic, completing, improving)',
  },
};

const GROUPS: Record<TableName, (rulebook: Rulebook) => ShapeGroup[]> = {
  'county-month': countyMonthGroups,
  finance: financeGroups,
  national: nationalGroups,
};

const known = new WeakMap<Rulebook, Map<TableName, Shape>>();

/** A table by the rule book of its year: sources, items and classes are that book's. */
export function shapeOf(table: TableName, rulebook: Rulebook): Shape {
  const shapes = known.get(rulebook) ?? new Map<TableName, Shape>();
  known.set(rulebook, shapes);
  const shape = shapes.get(table) ?? readShape({ table, title: TABLE_NAMES[table], groups: GROUPS[table](rulebook) });
  shapes.set(table, shape);
  return shape;
}
