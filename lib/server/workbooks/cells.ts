import 'server-only';
import type { FieldSpec, Scalar } from '@/lib/domain/imports/fields';

export type CellValue = string | number | null;

const plain = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** Decimal text as a number where the sheet's number says exactly the same digits; else as text. Spreadsheets keep 15. */
export function exactNumber(text: string): CellValue {
  const number = Number(text);
  return String(number) === plain(text) ? number : text;
}

function wordOf(spec: FieldSpec, code: Scalar): CellValue {
  const choice = spec.choices?.find((one) => one.code === code);
  return choice?.words[0] ?? (code === null ? null : String(code));
}

/** A stored value as its cell shows it; what the reader makes of the cell is the stored value again. */
export function cellOf(spec: FieldSpec, value: Scalar): CellValue {
  if (value === null || value === '') return null;
  switch (spec.kind) {
    case 'boolean':
      return value ? '是' : '否';
    case 'choice':
      return wordOf(spec, value);
    case 'area':
    case 'money':
    case 'coordinate':
      return exactNumber(String(value));
    case 'count':
    case 'year':
      return Number(value);
    default:
      return String(value);
  }
}

const FORMATS: Partial<Record<FieldSpec['kind'], string>> = {
  area: '0.00',
  money: '0.00',
  count: '0',
  year: '0',
  coordinate: '0.000000',
};

/** '@': what a clerk types there stays as typed, 001 and =1+1 too. */
export const formatOf = (kind: FieldSpec['kind']): string => FORMATS[kind] ?? '@';
