import type { Row } from './measures/row';
import { criteriaOf } from './score';
import type { CriterionScore, Formula, Points, ScoreSheet, TestResult } from './sheet';

/** A record that is missing for a point, and what it is worth. */
export interface MissingRow {
  row: Row;
  measure: TestResult['measure'];
  /** what it brings by itself; where all rows together bring the points, its share of them. Hundredths, rounded down. */
  gain: Points;
}

export interface Gap {
  criterion: CriterionScore;
  lost: Points;
  /** what can still be won of it */
  open: Points;
  /** together: only all of these rows bring the points; each: every row brings its own; enough: so many of these rows are enough */
  way: 'together' | 'each' | 'enough' | 'people';
  needed: number;
  rows: MissingRow[];
}

const byGain = (a: MissingRow, b: MissingRow): number =>
  b.gain - a.gain || (a.row.name < b.row.name ? -1 : a.row.name > b.row.name ? 1 : 0);

const missing = (tests: readonly TestResult[]): { row: Row; measure: TestResult['measure'] }[] =>
  tests.flatMap(({ rows, measure }) => rows.filter(({ met }) => !met).map((row) => ({ row, measure })));

function ofRatio(criterion: CriterionScore, { found, of }: Extract<Formula, { kind: 'ratio' }>): Gap {
  const { points, lost, tests } = criterion;
  const needed = Math.max(of - found, 0);
  const rows = missing(tests).map((one) => ({ ...one, gain: one.row.earnable ? Math.floor(points / of) : 0 }));
  const earnable = Math.min(rows.filter(({ row }) => row.earnable).length, needed);
  const open = Math.min(lost, Math.floor((points * earnable) / of));
  return { criterion, lost, open, way: 'each', needed, rows: rows.sort(byGain) };
}

function ofGrades(criterion: CriterionScore, formula: Extract<Formula, { kind: 'graded' }>): Gap {
  const { lost, tests } = criterion;
  const short = missing(tests);
  const all = short.reduce((sum, { row }) => sum + row.whole - row.part, 0);
  const rows = short.map((one) => ({
    ...one,
    gain: all === 0 ? 0 : Math.floor((lost * (one.row.whole - one.row.part)) / all),
  }));
  return { criterion, lost, open: lost, way: 'enough', needed: formula.missing, rows: rows.sort(byGain) };
}

/** What all rows of failing tests bring only together is open while none of them is lost for good. */
function ofTests(criterion: CriterionScore): Gap {
  const { lost, tests } = criterion;
  const failing = tests.filter(({ met }) => !met);
  const [first] = failing;
  const isEnough = failing.length === 1 && first?.holds.rule === 'some';
  const rows = missing(failing);
  const isOpen = failing.every(({ holds, rows: all }) =>
    holds.rule === 'every' ? all.every(({ met, earnable }) => met || earnable) : true,
  );
  const needed =
    isEnough && first.holds.rule === 'some' ? first.holds.atLeast - first.found : Math.max(rows.length, failing.length);
  const gain = isOpen ? Math.floor(lost / Math.max(needed, 1)) : 0;
  const shown = rows.map((one) => ({ ...one, gain }));
  return { criterion, lost, open: isOpen ? lost : 0, way: isEnough ? 'enough' : 'together', needed, rows: shown };
}

function gapOf(criterion: CriterionScore): Gap {
  const { formula, lost } = criterion;
  switch (formula.kind) {
    case 'ratio':
      return ofRatio(criterion, formula);
    case 'graded':
      return ofGrades(criterion, formula);
    case 'tests':
      return ofTests(criterion);
    case 'noTarget':
      return { criterion, lost, open: 0, way: 'people', needed: 0, rows: [] };
    case 'attested':
    case 'review':
      return { criterion, lost, open: lost, way: 'people', needed: 0, rows: [] };
  }
}

/** 失分清单: every criterion that lost points, what would earn them, the largest gain first. */
export function gapsOf(sheet: ScoreSheet): Gap[] {
  const gaps = criteriaOf(sheet)
    .filter(({ lost }) => lost > 0)
    .map(gapOf);
  const best = ({ rows, open }: Gap): number => (open === 0 ? -1 : (rows[0]?.gain ?? open));
  return gaps.sort((a, b) => b.open - a.open || best(b) - best(a));
}
