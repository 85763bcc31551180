import { siteRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { NamedUnit } from '../units/named';
import type { ProjectFacts, ScoreFacts } from './facts';
import { gapsOf } from './gaps';
import { gradeOf } from './grades';
import { type LateCost, lateCost } from './late-cost';
import type { BoardRow, CriterionRows, GapAnswer, LiveAnswer, LiveCriterion, TestAnswer } from './live-answers';
import { projectsOf } from './measures/before';
import { completedCompounds, onTimeCompounds } from './measures/works';
import { criteriaOf, scoreOf } from './score';
import type { CriterionScore, ScoreSheet, TestResult } from './sheet';
import { type VetoRisk, vetoRisks } from './vetoes';
import { forecastScore } from './what-if';

/** Rows of a gap that the page shows; all of them stand on the criterion's own. */
const SHOWN = 12;

const testOf = ({ measure, about, holds, met, found, of }: TestResult): TestAnswer => ({
  ...{ measure, about, met, found, of },
  holds: { rule: holds.rule, atLeast: holds.rule === 'every' ? null : holds.atLeast },
});

const criterionOf = ({ exact: _, tests, ...criterion }: CriterionScore): LiveCriterion => ({
  ...criterion,
  tests: tests.map(testOf),
});

const standingOf = (risks: readonly VetoRisk[]): VetoRisk['standing'] =>
  risks.some(({ standing }) => standing === 'proposed')
    ? 'proposed'
    : risks.some(({ standing }) => standing === 'risk')
      ? 'risk'
      : 'none';

const countMet = (rows: readonly { met: boolean }[]) => rows.filter(({ met }) => met).length;

function summed(county: NamedUnit, facts: ScoreFacts, book: Rulebook, sheet: ScoreSheet, risks: VetoRisk[]) {
  const { late, ...forecast } = forecastScore(facts, book, siteRulesOf(book).forecast);
  const { code, name, nameEn } = gradeOf(sheet.value, false, book.scorecard);
  return {
    ...{ county, value: sheet.value, attested: sheet.attested, review: sheet.review },
    grade: { code, name, nameEn },
    forecast: { low: forecast.low, middle: forecast.middle, high: forecast.high, late: late.length },
    target: facts.plan?.target ?? null,
    completed: countMet(completedCompounds(facts)),
    inTime: countMet(onTimeCompounds(facts)),
    veto: standingOf(risks),
  };
}

/** A county on the board of all. */
export function boardRowOf(county: NamedUnit, facts: ScoreFacts, book: Rulebook): BoardRow {
  const sheet = scoreOf(facts, book);
  const groups = sheet.groups.map(({ indicators: _, ...group }) => group);
  return { ...summed(county, facts, book, sheet, vetoRisks(facts, book)), groups };
}

function gapAnswers(sheet: ScoreSheet): GapAnswer[] {
  return gapsOf(sheet).map(({ criterion, rows, ...gap }) => ({
    ...gap,
    criterion: criterion.id,
    total: rows.length,
    rows: rows.slice(0, SHOWN),
  }));
}

/** What a project has still open, and what that costs. */
function projectOf({ id, name, code, stage, compounds }: ProjectFacts, facts: ScoreFacts, book: Rulebook) {
  const { completeBy, today } = facts;
  const completed = compounds.filter(({ completedOn }) => completedOn !== null).length;
  const onTime = compounds.filter(({ completedOn }) => completedOn !== null && completedOn <= completeBy).length;
  const accepted = compounds.filter((one) => one.accepted).length;
  const target = facts.plan?.target ?? null;
  const found = { target, compounds: compounds.length, completed, onTime, accepted, completeBy, today };
  const open = compounds.filter(({ completedOn, accepted: is }) => completedOn === null || !is).length;
  return { id, name, code, stage, open, cost: lateCost(found, book) };
}

const costOf = ({ cost }: { cost: LateCost | null }): number => (cost ? cost.lost + cost.open : 0);

/** 今日得分 of one county: what earned each point, what is missing for the rest, what it may come to. */
export function liveOf(county: NamedUnit, facts: ScoreFacts, book: Rulebook): LiveAnswer {
  const sheet = scoreOf(facts, book);
  const risks = vetoRisks(facts, book);
  return {
    ...summed(county, facts, book, sheet, risks),
    ...{ year: facts.year, today: facts.today, startBy: facts.startBy, completeBy: facts.completeBy },
    groups: sheet.groups.map(({ indicators, ...group }) => ({
      ...group,
      indicators: indicators.map(({ criteria, ...indicator }) => ({
        ...indicator,
        criteria: criteria.map(criterionOf),
      })),
    })),
    gaps: gapAnswers(sheet),
    risks: risks.map((risk) => ({ ...risk, evidence: risk.evidence.slice(0, SHOWN) })),
    projects: projectsOf(facts)
      .map((project) => projectOf(project, facts, book))
      .filter(({ open, cost }) => open > 0 || (cost?.lost ?? 0) > 0)
      .sort((a, b) => costOf(b) - costOf(a)),
  };
}

/** All records behind one criterion, what is missing first; null: the template has no such criterion. */
export function criterionRowsOf(
  county: NamedUnit,
  facts: ScoreFacts,
  book: Rulebook,
  id: string,
): CriterionRows | null {
  const found = criteriaOf(scoreOf(facts, book)).find((one) => one.id === id);
  if (!found) return null;
  const tests = found.tests.map((test) => ({
    ...testOf(test),
    rows: [...test.rows].sort((a, b) => Number(a.met) - Number(b.met)),
  }));
  return { county, year: facts.year, criterion: criterionOf(found), tests };
}
