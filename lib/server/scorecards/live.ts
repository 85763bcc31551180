import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { gradeOf } from '@/lib/domain/scorecards/grades';
import { boardRowOf, criterionRowsOf, liveOf } from '@/lib/domain/scorecards/live';
import type {
  BoardAnswer,
  CriterionRows,
  LiveAnswer,
  WhatIfAnswer,
  WhatIfQuery,
} from '@/lib/domain/scorecards/live-answers';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import { whatIf } from '@/lib/domain/scorecards/what-if';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { yearOf, yearsToChoose } from '@/lib/server/annual/year';
import type { Reader } from '@/lib/server/db/with-reader';
import { scoreFacts } from './facts';

/** The year that is asked for, else the one that is current. */
async function chosen(reader: Reader, actor: Actor, asked: number | undefined): Promise<number | null> {
  return asked ?? (await yearsToChoose(reader, actor)).current;
}

/** 各县市今日得分, the highest first. */
export async function scoreBoard(reader: Reader, actor: Actor, asked?: number): Promise<BoardAnswer> {
  const year = await chosen(reader, actor, asked);
  const set = year === null ? null : await yearOf(reader, actor, year);
  if (year === null || !set) return { year, today: null, completeBy: null, items: [] };
  const [facts, units] = await Promise.all([scoreFacts(reader, actor, { year }), counties(reader, actor)]);
  const names = new Map(units.map((unit): [string, NamedUnit] => [unit.id, unit]));
  const rows = facts.map((one) => boardRowOf(names.get(one.county.id) ?? withoutEnglish(one), one, set.rulebook));
  const [first] = facts;
  return {
    ...{ year, today: first?.today ?? null, completeBy: first?.completeBy ?? null },
    items: rows.sort((a, b) => b.value - a.value),
  };
}

const withoutEnglish = ({ county: { id, name } }: ScoreFacts): NamedUnit => ({ id, name, nameEn: null });

interface Found {
  county: NamedUnit;
  facts: ScoreFacts;
  book: Rulebook;
}

/** The facts of one county; null: no such county for this person, or no such year. */
async function found(reader: Reader, actor: Actor, id: string, asked?: number): Promise<Found | null> {
  const year = await chosen(reader, actor, asked);
  if (year === null || !actor.counties.includes(id)) return null;
  const [set, [facts], units] = await Promise.all([
    yearOf(reader, actor, year),
    scoreFacts(reader, actor, { year, county: id }),
    counties(reader, actor),
  ]);
  if (!set || !facts) return null;
  return { county: units.find((unit) => unit.id === id) ?? withoutEnglish(facts), facts, book: set.rulebook };
}

export interface Live {
  live: LiveAnswer;
  book: Rulebook;
}

/** 今日得分 of a county, and the rule book whose clauses it rests on. */
export async function liveScore(reader: Reader, actor: Actor, id: string, year?: number): Promise<Live | null> {
  const one = await found(reader, actor, id, year);
  return one && { live: liveOf(one.county, one.facts, one.book), book: one.book };
}

export interface Rows {
  rows: CriterionRows;
  book: Rulebook;
}

/** Every record behind one criterion. */
export async function criterionRows(
  reader: Reader,
  actor: Actor,
  { id, criterion }: { id: string; criterion: string },
  year?: number,
): Promise<Rows | null> {
  const one = await found(reader, actor, id, year);
  const rows = one && criterionRowsOf(one.county, one.facts, one.book, criterion);
  return rows && { rows, book: one.book };
}

/** 假如: the score with these projects complete. A project that is not of this county and year moves nothing. */
export async function supposedScore(
  reader: Reader,
  actor: Actor,
  id: string,
  { year, project, on, accepted }: WhatIfQuery,
): Promise<WhatIfAnswer | null> {
  const one = await found(reader, actor, id, year);
  if (!one) return null;
  const { facts, book } = one;
  const answer = whatIf(facts, book, { projects: project, on: on as CalendarDate, accepted });
  const texts = new Map(criteriaOf(scoreOf(facts, book)).map((criterion) => [criterion.id, criterion.text]));
  const { code, name, nameEn } = gradeOf(answer.to, false, book.scorecard);
  return {
    ...answer,
    moved: answer.moved.map((moved) => ({ ...moved, text: texts.get(moved.criterion) ?? '' })),
    grade: { code, name, nameEn },
  };
}
