import type { CalendarDate } from '../kernel/calendar-date';
import { scoringOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { Preference } from './types';

/** What a county's scorecard of a year came to; before its season is over there is no grade and no consent. */
export interface YearResult {
  countyId: string;
  year: number;
  grade: string | null;
  vetoed: boolean | null;
  consent: { no: string; on: CalendarDate } | null;
}

/**
 * 决定/优秀倾斜: a county whose scorecard of the year before was made final with the grade that the planned year's rule book names is preferred.
 * A vetoed one never is, and a season that is not over prefers nobody.
 */
export function preferencesOf(results: readonly YearResult[], year: number, book: Rulebook): Map<string, Preference> {
  const { grade: asked, points, clause } = scoringOf(book).preference;
  const named = book.scorecard.grades.find(({ code }) => code === asked);
  const { name, nameEn } = named ?? { name: asked, nameEn: asked };
  return new Map(
    results.flatMap(({ countyId, year: of, grade, vetoed, consent }): [string, Preference][] => {
      const isPreferred = of + 1 === year && consent !== null && grade === asked && vetoed === false && points > 0;
      if (!isPreferred) return [];
      const source = { consentNo: consent.no, consentOn: consent.on, clause };
      return [[countyId, { points, year: of, grade: { code: asked, name, nameEn }, ...source }]];
    }),
  );
}
