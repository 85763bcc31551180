import type { Label } from '../kernel/label';
import type { FilledCell, FilledGroup, FilledRow } from './fill';

/** never: nothing here records it. nothing: no record tells it. partial: some records do not tell it. */
export const UNFILLED = ['never', 'nothing', 'partial'] as const;
export type UnfilledKind = (typeof UNFILLED)[number];

export const UNFILLED_LABELS: Record<UnfilledKind, Label> = {
  never: { zh: '系统未记录', en: 'Not recorded' },
  nothing: { zh: '没有可填的数', en: 'Nothing to report' },
  partial: { zh: '数据不完整', en: 'Incomplete' },
};

/** A cell that cannot be filled, or not from all records: which row, of which units, and why. */
export interface Unfilled {
  no: number;
  code: string;
  /** of its group: 合计 stands in several */
  group: Label;
  name: Label;
  kind: UnfilledKind;
  /** where it is so, by their place among the units; empty: everywhere */
  units: number[];
  missing: number;
  reason: Label;
}

const kindOf = ({ value, missing }: FilledCell): UnfilledKind | null =>
  missing === 0 ? null : value === null ? 'nothing' : 'partial';

const reasonOf = (kind: UnfilledKind, missing: number, lacks: Label): Label =>
  kind === 'nothing'
    ? { zh: `${missing}${lacks.zh}，没有可填的数`, en: `${missing} ${lacks.en}: nothing to report` }
    : { zh: `${missing}${lacks.zh}，未计入`, en: `${missing} ${lacks.en}, not counted` };

function ofRow(group: Label, { no, row, cells }: FilledRow): Unfilled[] {
  const of = { no, code: row.code, group, name: row.name };
  if ('unfillable' in row.source)
    return [{ ...of, kind: 'never', units: [], missing: 0, reason: row.source.unfillable }];
  const lacks = row.source.lacks ?? { zh: '条记录没有这一项', en: 'records do not tell it' };
  return (['nothing', 'partial'] as const).flatMap((kind) => {
    const hit = cells.flatMap((cell, at) => (kindOf(cell) === kind ? [{ cell, at }] : []));
    if (hit.length === 0) return [];
    const missing = hit.reduce((sum, { cell }) => sum + cell.missing, 0);
    const units = cells.length > 1 ? hit.map(({ at }) => at) : [];
    return [{ ...of, kind, units, missing, reason: reasonOf(kind, missing, lacks) }];
  });
}

/** 未能填报的单元格: every cell that is blank or not made of all records, in the order of the table. */
export const unfilledOf = (groups: readonly FilledGroup[]): Unfilled[] =>
  groups.flatMap(({ name, rows }) => rows.flatMap((row) => ofRow(name, row)));
