import type { Column, Columns } from '../columns';
import { criteriaOf } from '../score';
import type { CriterionScore, IndicatorScore, ScoreSheet } from '../sheet';
import type {
  CriterionAnswer,
  Four,
  LineAnswer,
  OpinionAnswer,
  ProofAnswer,
  ScoreGroupAnswer,
  TotalAnswer,
  TotalsAnswer,
} from './answers';
import { type Card, selfPoints } from './card';
import { outcomeOf } from './review';
import type { Seen } from './seen';

export type LineRow = LineAnswer & { criterion: string };
export type OpinionRow = Omit<OpinionAnswer, 'points'> & { criterion: string; points: number | null };

export interface Shown {
  card: Card;
  today: ScoreSheet;
  columns: Columns;
  seen: Seen;
  lines: readonly LineRow[];
  opinions: readonly OpinionRow[];
  proofs: readonly ProofAnswer[];
}

/** One number of each column, as far as it may be seen. */
function four({ columns, seen }: Pick<Shown, 'columns' | 'seen'>, of: (column: Column) => number): Four {
  return {
    computed: of(columns.computed),
    self: seen.self ? of(columns.self) : null,
    review: seen.review ? of(columns.review) : null,
    deliberation: seen.deliberation ? of(columns.deliberation) : null,
  };
}

function criterionAnswer(shown: Shown, criterion: CriterionScore, today: number): CriterionAnswer {
  const { id, text, textEn, proof, points, clause, value } = criterion;
  const { card, seen } = shown;
  const lines = shown.lines.filter((line) => line.criterion === id);
  const standing = (stage: LineAnswer['stage']) =>
    lines.find((line) => line.stage === stage && line.replacedAt === null) ?? null;
  return {
    ...{ id, text, textEn, proof, points, clause, today, difference: today - value },
    values: four(shown, ({ values }) => values.get(id) ?? 0),
    self: standing('self'),
    review: standing('review'),
    deliberation: standing('deliberation'),
    before: lines.filter(({ replacedAt }) => replacedAt !== null),
    proofs: shown.proofs.filter((one) => one.criterion === id),
    opinions: shown.opinions
      .filter((opinion) => opinion.criterion === id)
      .map(({ criterion: _, ...opinion }) => ({ ...opinion, points: opinion.points ?? selfPoints(card, criterion) })),
    disagree: seen.review && outcomeOf(card, criterion).kind === 'split',
  };
}

/** The sheet of a card with all its columns side by side, what today's records would give, and what belongs to each criterion. */
export function groupsOf(shown: Shown): ScoreGroupAnswer[] {
  const today = new Map(criteriaOf(shown.today).map(({ id, value }) => [id, value]));
  const indicators = new Map(
    shown.today.groups.flatMap((group) => group.indicators.map(({ code, value }) => [code, value])),
  );
  const sum = (of: Map<string, number>, parts: readonly IndicatorScore[]) =>
    parts.reduce((total, { code }) => total + (of.get(code) ?? 0), 0);
  return shown.card.sheet.groups.map(({ code, name, nameEn, points, indicators: parts }) => ({
    ...{ code, name, nameEn, points },
    values: four(shown, (column) => sum(column.indicators, parts)),
    today: sum(indicators, parts),
    indicators: parts.map((part) => ({
      ...{ code: part.code, name: part.name, nameEn: part.nameEn, points: part.points, explanation: part.explanation },
      values: four(shown, (column) => column.indicators.get(part.code) ?? 0),
      today: indicators.get(part.code) ?? 0,
      criteria: part.criteria.map((one) => criterionAnswer(shown, one, today.get(one.id) ?? 0)),
    })),
  }));
}

export const totalAnswerOf = ({ base, bonus, total, grade: { code, name, nameEn } }: Column): TotalAnswer => ({
  ...{ base, bonus, total },
  grade: { code, name, nameEn },
});

export const totalsOf = (columns: Columns, seen: Seen): TotalsAnswer => ({
  computed: totalAnswerOf(columns.computed),
  self: seen.self ? totalAnswerOf(columns.self) : null,
  review: seen.review ? totalAnswerOf(columns.review) : null,
  deliberation: seen.deliberation ? totalAnswerOf(columns.deliberation) : null,
});
