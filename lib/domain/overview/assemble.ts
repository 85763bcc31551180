import { addFundFigures, bySource, figuresOfSums, type SourceSum } from '../funds/overview';
import { figuresText } from '../funds/overview-answers';
import { formatArea } from '../kernel/area';
import { groupBy } from '../kernel/group-by';
import type { Rulebook } from '../rulebook/schema';
import type { OverviewFigures, UnitOverview } from './answers';
import { completionOf, type YearPlan } from './completion';
import { type Counts, countsOf, linesOf, numberOf } from './counts';
import { type Line, measureOf } from './lines';

export interface OverviewUnit {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
}

const written = ({ floorArea, ...counts }: Counts) => ({ ...counts, floorArea: formatArea(floorArea) });

function lightsOf(lines: readonly Line[]): OverviewFigures['lights'] {
  const own = linesOf(lines, 'light');
  if (own.length === 0) return null;
  const of = (light: string) => numberOf(own.filter(({ key }) => key === light));
  return { red: of('red'), yellow: of('yellow'), green: of('green'), none: of('none') };
}

/** Projects by the stage they are in (11: all ten complete); those suspended are told apart, those withdrawn stand in none. */
function stagesOf(lines: readonly Line[], { stages }: Rulebook): Pick<OverviewFigures, 'stages' | 'withdrawn'> {
  const own = linesOf(lines, 'stage');
  const of = (key: string) => numberOf(own.filter((line) => line.key === key));
  const numbers = [...stages.map(({ number }) => number), stages.length + 1];
  return {
    withdrawn: numberOf(own.filter(({ key }) => key.endsWith('/withdrawn'))),
    stages: numbers.map((stage) => ({ stage, active: of(`${stage}/active`), suspended: of(`${stage}/suspended`) })),
  };
}

function votesOf(lines: readonly Line[]): OverviewFigures['votes'] {
  const own = linesOf(lines, 'vote').map((line) => {
    const [round = '', status = '', outcome = ''] = line.key.split('/');
    return { ...line, round: Number(round), status, outcome };
  });
  return ([1, 2] as const).map((round) => {
    const of = (status: string, outcome?: string) =>
      own.filter(
        (one) => one.round === round && one.status === status && (outcome === undefined || one.outcome === outcome),
      );
    const passed = of('certified', 'passed');
    return {
      round,
      open: numberOf(of('open')),
      counting: numberOf(of('closed')),
      passed: numberOf(passed),
      failed: numberOf(of('certified')) - numberOf(passed),
      households: passed.reduce((sum, { households }) => sum + households, 0),
    };
  });
}

function moneyOf(lines: readonly Line[], book: Rulebook): OverviewFigures['money'] {
  const sums = lines.flatMap((line): SourceSum[] => {
    const measure = measureOf(line);
    const [source = '', kind = ''] = line.key.split('/');
    return measure ? [{ measure, source, kind, amount: line.amount }] : [];
  });
  const sources = bySource(sums, book);
  return {
    totals: figuresText(addFundFigures(sources)),
    sources: sources.map(({ source, kinds: _, ...all }) => ({ source, ...figuresText(all) })),
  };
}

function worksOf(lines: readonly Line[], book: Rulebook) {
  const of = (figure: string, key: string) => numberOf(linesOf(lines, figure, (line) => line.key === key));
  return {
    items: book.menu.map(({ code }) => ({
      item: code,
      planned: of('itemPlanned', code),
      done: of('itemDone', code),
      met: of('itemMet', code),
    })),
    promises: {
      buildings: of('buildings', ''),
      reached: book.promises.map(({ code }) => ({ code, buildings: of('promise', code) })),
    },
    haves: {
      compounds: of('compounds', ''),
      reached: book.sixHaves.map(({ code }) => ({ code, compounds: of('have', code) })),
    },
  };
}

function surveyOf(lines: readonly Line[]): OverviewFigures['survey'] {
  const of = (outcome: string) => numberOf(linesOf(lines, 'survey', ({ key }) => key === outcome));
  return { eligible: of('eligible'), ineligible: of('ineligible'), incomplete: of('incomplete') };
}

function unitOf(
  unit: OverviewUnit,
  lines: readonly Line[],
  { year }: YearPlan,
  { baselineYear, isLit }: { baselineYear: number | null; isLit: boolean },
): UnitOverview {
  const sum = (figure: string, of: (line: Line) => boolean = () => true) => numberOf(linesOf(lines, figure, of));
  const isOf = (line: Line) => line.year === year;
  const upTo = (line: Line) => line.year !== null && line.year <= year;
  const some = (figure: string) => linesOf(lines, figure, isOf).length > 0;
  const baseline = linesOf(lines, 'baseline', (line) => line.year === baselineYear);
  const money = figuresOfSums(
    lines.filter(isOf).flatMap((line) => {
      const measure = measureOf(line);
      return measure ? [{ measure, amount: line.amount }] : [];
    }),
  );
  const [score] = linesOf(lines, 'score', isOf);
  const [grade = '', veto = ''] = score?.key.split('/') ?? [];
  return {
    ...unit,
    baseline: baseline.length > 0 ? numberOf(baseline) : null,
    target: some('target') ? sum('target', isOf) : null,
    ...{ compounds: sum('compounds', isOf), started: sum('started', upTo), completed: sum('completed', upTo) },
    ...{
      startedOfYear: sum('started', isOf),
      completedOfYear: sum('completed', isOf),
      late: sum('completedLate', isOf),
    },
    accepted: sum('accepted', isOf),
    red: isLit ? sum('light', (line) => isOf(line) && line.key === 'red') : null,
    yellow: isLit ? sum('light', (line) => isOf(line) && line.key === 'yellow') : null,
    money: figuresText(money),
    score: score ? { points: score.n, grade, veto } : null,
  };
}

/** From kept sums to everything that the page, the brief and the API say; the same for today and for a month's end. */
export function overviewOf(
  lines: readonly Line[],
  { plan, units, book }: { plan: YearPlan; units: readonly OverviewUnit[]; book: Rulebook },
): OverviewFigures {
  const all = lines.filter(({ unit }) => unit === null);
  const ofYear = all.filter(({ year }) => year === plan.year);
  const ofUnit = groupBy(lines, ({ unit }) => unit);
  const { baseline, started, completed, ...completion } = completionOf(lines, plan, units.length);
  const benefit = countsOf(linesOf(ofYear, 'completed'));
  const lights = lightsOf(ofYear);
  const told = { baselineYear: completion.baselineYear, isLit: lights !== null };
  return {
    completion: {
      ...completion,
      baseline: baseline && written(baseline),
      started: written(started),
      completed: written(completed),
    },
    benefit: { ...written(benefit), planned: written(countsOf(linesOf(ofYear, 'compounds'))) },
    lights,
    ...stagesOf(ofYear, book),
    votes: votesOf(all),
    money: moneyOf(ofYear, book),
    ...worksOf(ofYear, book),
    survey: surveyOf(all),
    units: units.map((unit) => unitOf(unit, ofUnit.get(unit.id) ?? [], plan, told)),
  };
}
