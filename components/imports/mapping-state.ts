import type { ImportDetail, ImportMapping, SheetProposal } from '@/lib/domain/imports/answers';
import { type FieldSpec, mappableFields, type Scalar } from '@/lib/domain/imports/fields';

export type MappedColumn = ImportMapping['columns'][number];

const MAPPABLE = new Set(mappableFields().map(({ field }) => field));

/** A serial number and the like are known, and lead nowhere. */
export const leadsTo = (field: string | null): string | null => (field !== null && MAPPABLE.has(field) ? field : null);

/** What the clerk sees first: what was agreed before, else what the header says. */
export function startingMapping(detail: ImportDetail, sheet: SheetProposal): ImportMapping {
  const before = [detail.mapping, detail.proposal?.remembered?.mapping].find(
    (one) => one && one.fingerprint === sheet.fingerprint,
  );
  const agreed = new Map(before?.columns.map((column) => [column.column, column]));
  return {
    sheet: sheet.sheet,
    headerRow: sheet.headerRow,
    fingerprint: sheet.fingerprint,
    columns: sheet.columns.map(({ column, header, field, unit }) => {
      const known = agreed.get(column);
      return { column, header, field: leadsTo(known ? known.field : field), unit: known ? known.unit : unit };
    }),
    constants: before?.constants ?? {},
  };
}

/** 0 → A, 26 → AA: as spreadsheets name columns. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

export function withField(mapping: ImportMapping, column: number, field: string | null): ImportMapping {
  const kind = mappableFields().find((spec) => spec.field === field)?.kind;
  const unitFor = (unit: MappedColumn['unit']): MappedColumn['unit'] => {
    if (kind === 'area') return unit === 'wan-m2' ? unit : 'm2';
    if (kind === 'money') return unit === 'wan' ? unit : 'yuan';
    return null;
  };
  const columns = mapping.columns.map((one) =>
    one.column === column ? { ...one, field, unit: unitFor(one.unit) } : one,
  );
  const { [field ?? '']: _, ...constants } = mapping.constants;
  return { ...mapping, columns, constants };
}

export function withUnit(mapping: ImportMapping, column: number, unit: MappedColumn['unit']): ImportMapping {
  return { ...mapping, columns: mapping.columns.map((one) => (one.column === column ? { ...one, unit } : one)) };
}

export function withConstant(mapping: ImportMapping, field: string, value: Scalar): ImportMapping {
  const { [field]: _, ...others } = mapping.constants;
  return { ...mapping, constants: value === null || value === '' ? others : { ...others, [field]: value } };
}

/** Fields chosen for more than one column, with their columns. */
export function chosenTwice(mapping: ImportMapping): { field: string; columns: string[] }[] {
  const byField = new Map<string, string[]>();
  for (const { column, field } of mapping.columns) {
    if (field) byField.set(field, [...(byField.get(field) ?? []), columnLetter(column)]);
  }
  return [...byField].filter(([, columns]) => columns.length > 1).map(([field, columns]) => ({ field, columns }));
}

// Figures and names differ from row to row: one value for all of them would be wrong.
const SAME_FOR_ALL: readonly FieldSpec['kind'][] = ['boolean', 'choice', 'year'];
const isShared = (spec: FieldSpec) => SAME_FOR_ALL.includes(spec.kind) || spec.role === 'place';

/** What the list does not say, as far as one value may hold for every row. */
export function lackingFields(mapping: ImportMapping): FieldSpec[] {
  const chosen = new Set(mapping.columns.map(({ field }) => field));
  return mappableFields().filter((spec) => !chosen.has(spec.field) && isShared(spec));
}
