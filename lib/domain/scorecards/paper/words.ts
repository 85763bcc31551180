import { circled } from '../../papers/numbering';
import { clause } from '../../rulebook/rulebook';
import type { Rulebook } from '../../rulebook/schema';
import type { Scorecard, ScorecardCriterion } from '../../rulebook/schema-scorecard';
import type { Points } from '../sheet';

type Indicator = Scorecard['groups'][number]['indicators'][number];

/** Hundredths as they stand on paper: 200 → 2.00 */
export function pointsText(points: Points): string {
  const digits = String(Math.abs(points)).padStart(3, '0');
  return `${points < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What the template says in brackets below a formula: the policy's own sentence on how it is counted. */
function noteOf(book: Rulebook, indicator: Indicator, criterion: ScorecardCriterion): string[] {
  if (criterion.award !== 'ratio' || criterion.clause === indicator.clause) return [];
  const found = clause(book, criterion.clause);
  return found?.origin === 'policy' ? [`（${found.text}）`] : [];
}

/** 复核核定 is no printed criterion: it is named as what it is, with its points and the decision that it stands on. */
function reviewLine(book: Rulebook, { text, points, clause: at }: ScorecardCriterion): string {
  const why = clause(book, at)?.text;
  return `${text}，${points}分${why ? `（${why}）` : ''}`;
}

const isPrinted = ({ award }: ScorecardCriterion) => award !== 'review';

/** ①…, as printed; a criterion that stands alone has no number, and neither has what is awarded in review only. */
export function markOf(indicator: Indicator, criterion: string): string {
  const printed = indicator.criteria.filter(isPrinted);
  const at = printed.findIndex(({ id }) => id === criterion);
  return printed.length > 1 && at >= 0 ? circled(at + 1) : '';
}

/** 评分标准 of an indicator, line by line, word for word. */
export const criteriaLines = (book: Rulebook, indicator: Indicator): string[] =>
  indicator.criteria.flatMap((criterion) =>
    isPrinted(criterion)
      ? [`${markOf(indicator, criterion.id)}${criterion.text}`, ...noteOf(book, indicator, criterion)]
      : [reviewLine(book, criterion)],
  );

/** 第 indicator 's criterion as it is cited: 项目申报① */
export function citedAs(book: Rulebook, criterion: string): string | null {
  for (const { indicators } of book.scorecard.groups)
    for (const indicator of indicators)
      if (indicator.criteria.some(({ id }) => id === criterion)) {
        const mark = markOf(indicator, criterion);
        const isReview = indicator.criteria.some(({ id, award }) => id === criterion && award === 'review');
        return `${indicator.name}${isReview ? '复核核定' : mark}`;
      }
  return null;
}
