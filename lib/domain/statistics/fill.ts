import type { Shape, ShapeRow } from './shape';

/** Of a unit: what the records that tell it add up to, how many tell it, and how many do not. */
export interface Fact {
  value: bigint;
  known: number;
  missing: number;
}
export type UnitFacts = ReadonlyMap<string, Fact>;

/** null: cannot be filled. missing: so many records are not in the value. */
export interface FilledCell {
  value: bigint | null;
  missing: number;
}

export interface FilledRow {
  /** 行次, from 1 */
  no: number;
  row: ShapeRow;
  /** in the order of the units */
  cells: FilledCell[];
  total: FilledCell;
}

export interface FilledGroup {
  code: string;
  name: ShapeRow['name'];
  rows: FilledRow[];
}

const BLANK: FilledCell = { value: null, missing: 0 };

/** Where no record tells it though there are some, nothing is known: a blank, and never a zero. Where there is nothing to count, nothing is what there is. */
const cellOf = ({ value, known, missing }: Fact): FilledCell => ({
  value: known === 0 && missing > 0 ? null : value,
  missing,
});

const addFacts = (facts: readonly Fact[]): Fact =>
  facts.reduce(
    (sum, { value, known, missing }) => ({
      value: sum.value + value,
      known: sum.known + known,
      missing: sum.missing + missing,
    }),
    { value: 0n, known: 0, missing: 0 },
  );

function filledRow(no: number, row: ShapeRow, units: readonly UnitFacts[]): FilledRow {
  if ('unfillable' in row.source) return { no, row, cells: units.map(() => BLANK), total: BLANK };
  const { fact } = row.source;
  const facts = units.map((of) => {
    const found = of.get(fact);
    // a fact that nobody reckons would read as nothing
    if (!found) throw new Error(`no fact ${fact} for ${row.code}`);
    return found;
  });
  return { no, row, cells: facts.map(cellOf), total: cellOf(addFacts(facts)) };
}

/** The table of some units, a column each, and all of them together: every row adds up. */
export function fillTable({ groups }: Shape, units: readonly UnitFacts[]): FilledGroup[] {
  let no = 0;
  return groups.map(({ code, name, rows }) => ({
    code,
    name,
    rows: rows.map((row) => {
      no += 1;
      return filledRow(no, row, units);
    }),
  }));
}
