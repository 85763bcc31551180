import { type Entity, IMPORT_FIELDS, type ImportField } from './field-synonyms';
import { compact } from './reading';

export type RowKind = 'blank' | 'title' | 'units' | 'header' | 'sum' | 'data';

/** What a bare number means in this list, from 单位：户、栋、平方米、万元 or a header's brackets. */
export interface ColumnUnits {
  area: 'm2' | 'wan-m2';
  money: 'yuan' | 'wan';
}

export interface ColumnProposal {
  /** Position in the row, from 0. */
  column: number;
  header: string;
  field: string | null;
  /** certain: the same word; likely: one word within the other; none: ask. */
  confidence: 'certain' | 'likely' | 'none';
  kind: ImportField['kind'] | null;
  unit: ColumnUnits['area'] | ColumnUnits['money'] | null;
}

export interface SheetReading {
  /** Index of the header row in the rows given. */
  headerRow: number;
  title: string | null;
  columns: ColumnProposal[];
  /** Sorted and joined headers: the same list next month has the same fingerprint. */
  fingerprint: string;
}

const SUM = /^(合计|总计|小计|共计|累计|总合计|全县合计|全市合计|全州合计)/;

/** What a row is, as far as its cells tell; merged cells may repeat their value. */
export function classifyRow(cells: readonly unknown[], entity: Entity = 'compound'): RowKind {
  const texts = cells.map(compact).filter((text) => text !== '');
  const [first] = texts;
  if (first === undefined) return 'blank';
  if (/^[(]?单位[:：]/.test(first) && new Set(texts).size === 1) return 'units';
  if (SUM.test(first)) return 'sum';
  if (isHeader(cells, entity)) return 'header';
  if (new Set(texts).size === 1 && !/^[\d.,]+$/.test(first) && (texts.length > 1 || cells.length > 1)) return 'title';
  return 'data';
}

function isHeader(cells: readonly unknown[], entity: Entity): boolean {
  if (cells.some((cell) => typeof cell === 'number' || cell instanceof Date)) return false;
  // Most rows of a long sheet are data: two known words are looked for before anything is weighed.
  if (cells.filter((cell) => KNOWN[entity].has(bareHeader(cell))).length < 2) return false;
  const proposals = proposeMapping(cells, entity);
  const certain = proposals.filter((proposal) => proposal.confidence === 'certain').length;
  const named = proposals.filter((proposal) => proposal.header !== '').length;
  return new Set(cells.map(compact)).size > 1 && certain >= 2 && certain * 2 >= named;
}

/** Which column is what, as a proposal for the clerk to correct; every field at most once, the surest column first. */
export function proposeMapping(
  header: readonly unknown[],
  entity: Entity = 'compound',
  units?: ColumnUnits,
): ColumnProposal[] {
  const likenesses = header.flatMap((cell, column) =>
    IMPORT_FIELDS[entity].map((field) => ({ column, field, score: likeness(bareHeader(cell), field) })),
  );
  const taken = new Map<number, { field: ImportField; score: number }>();
  const used = new Set<string>();
  for (const { column, field, score } of likenesses.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (score === 0 || taken.has(column) || used.has(field.field)) continue;
    taken.set(column, { field, score });
    used.add(field.field);
  }
  return header.map((cell, column) => proposal(cell, column, taken.get(column), units));
}

function proposal(
  cell: unknown,
  column: number,
  found: { field: ImportField; score: number } | undefined,
  units: ColumnUnits | undefined,
): ColumnProposal {
  const header = compact(cell);
  if (!found) return { column, header, field: null, confidence: 'none', kind: null, unit: null };
  const { field, score } = found;
  return {
    column,
    header,
    field: field.field,
    confidence: score >= 100 ? 'certain' : 'likely',
    kind: field.kind,
    unit: unitOf(header, field.kind, units),
  };
}

function unitOf(header: string, kind: ImportField['kind'], units: ColumnUnits | undefined): ColumnProposal['unit'] {
  if (kind === 'area') return /万(平|m2)/.test(header) ? 'wan-m2' : /平|m2/.test(header) ? 'm2' : (units?.area ?? 'm2');
  if (kind === 'money')
    return /万元|[(]万[)]/.test(header) ? 'wan' : /元/.test(header) ? 'yuan' : (units?.money ?? 'yuan');
  return null;
}

// 涉及居民(户), 楼宇（栋）, *小区名称: marks and units in brackets are not part of the name.
function bareHeader(cell: unknown): string {
  return compact(cell)
    .toLowerCase()
    .replace(/[([【](户|栋|幢|个|套|年|米|平方米|平米|m2|万平方米|万m2|元|万元|万|必填|选填|是\/否|有\/无)[)\]】]/g, '')
    .replace(/[*:：]/g, '');
}

const WORDS = new Map(
  Object.values(IMPORT_FIELDS).flatMap((fields) =>
    fields.map((field) => [field, field.words.map((word) => bareHeader(word))] as const),
  ),
);

const KNOWN: Record<Entity, ReadonlySet<string>> = {
  compound: knownWords('compound'),
  building: knownWords('building'),
  household: knownWords('household'),
};

function knownWords(entity: Entity): Set<string> {
  return new Set(IMPORT_FIELDS[entity].flatMap((field) => WORDS.get(field) ?? []));
}

function likeness(header: string, field: ImportField): number {
  if (header === '') return 0;
  const words = WORDS.get(field) ?? [];
  const at = words.indexOf(header);
  if (at >= 0) return 200 - at;
  const within = words.filter(
    (word) => word.length >= 2 && (header.includes(word) || (header.length >= 2 && word.includes(header))),
  );
  if (within.length === 0) return 0;
  const shares = within.map((word) =>
    Math.floor((99 * Math.min(word.length, header.length)) / Math.max(word.length, header.length)),
  );
  // 小区 alone is half of 小区编码: not enough to propose it.
  return Math.max(...shares.map((share) => (share > 49 ? share : 0)));
}

/** 单位：户、栋、平方米、万元 → what bare numbers mean; undefined when the row states no units. */
export function readUnitsRow(cells: readonly unknown[]): ColumnUnits | undefined {
  const text = cells.map(compact).find((cell) => /^[(]?单位[:：]/.test(cell));
  if (text === undefined) return undefined;
  return { area: /万(平|m2)/.test(text) ? 'wan-m2' : 'm2', money: /万元/.test(text) ? 'wan' : 'yuan' };
}

/** Finds the header among the first rows of a foreign list, with title and units above it; undefined when no row looks like one. */
export function recogniseSheet(
  rows: readonly (readonly unknown[])[],
  entity: Entity = 'compound',
): SheetReading | undefined {
  let units: ColumnUnits | undefined;
  let title: string | null = null;
  for (const [index, row] of rows.slice(0, 30).entries()) {
    const kind = classifyRow(row, entity);
    if (kind === 'units') units = readUnitsRow(row);
    if (kind === 'title') title ??= row.map(compact).find((text) => text !== '') ?? null;
    if (kind !== 'header') continue;
    const columns = proposeMapping(row, entity, units);
    const fingerprint = columns
      .map((column) => column.header)
      .filter((text) => text !== '')
      .sort()
      .join('|');
    return { headerRow: index, title, columns, fingerprint };
  }
  return undefined;
}
