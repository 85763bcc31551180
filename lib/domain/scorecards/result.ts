import { preferencesOf } from '../annual/preference';
import { calendarDateOf } from '../kernel/calendar-date';
import { scoringOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { NamedUnit } from '../units/named';
import type { CountyResult, SeasonResult } from './result-answers';
import { hundredthsOf } from './score';
import type { SeasonAnswer } from './season/answers';
import type { Points } from './sheet';

/** What was made final of a county: what every county may read of it, and what only its own people and the prefecture may. */
export interface FinalResult {
  county: NamedUnit;
  total: Points;
  grade: string;
  rank: number;
  vetoed: boolean;
  own: { bonus: Points; grounds: string[] } | null;
}

const namedIn = <T extends { code: string; name: string; nameEn: string }>(all: readonly T[], code: string) => {
  const found = all.find((one) => one.code === code);
  return { code, name: found?.name ?? code, nameEn: found?.nameEn ?? code };
};

export const gradeIn = ({ scorecard }: Rulebook, code: string) => namedIn(scorecard.grades, code);

/** Base is what is left of the total without the bonus that counts: at most the cap (附件/加分). */
function countyResultOf(book: Rulebook, preferred: ReadonlySet<string>) {
  const { bonus, vetoes } = book.scorecard;
  return ({ county, total, grade, rank, vetoed, own }: FinalResult): CountyResult => {
    const counted = own && Math.min(own.bonus, hundredthsOf(bonus.cap));
    return {
      ...{ county, rank, total, vetoed, grade: gradeIn(book, grade), own: own !== null },
      ...{ bonus: counted, base: counted === null ? null : total - counted },
      grounds: own?.grounds.map((code) => namedIn(vetoes, code)) ?? [],
      preferred: preferred.has(county.id),
    };
  };
}

/** How many counties have which grade, the best first. */
const gradesOf = ({ scorecard: { grades } }: Rulebook, results: readonly FinalResult[]): SeasonResult['grades'] =>
  [...grades]
    .sort((a, b) => b.from - a.from)
    .map(({ code, name, nameEn, from }) => ({
      ...{ code, name, nameEn, from: hundredthsOf(from) },
      count: results.filter(({ grade }) => grade === code).length,
    }));

interface Said {
  season: Pick<SeasonAnswer, 'year' | 'final'>;
  book: Rulebook;
  /** of the year after; null: it was not set up yet */
  next: Rulebook | null;
  results: readonly FinalResult[];
}

/** 结果: the counties in their order, the grades, and whom the next year prefers. */
export function resultOf({
  season: { year, final },
  book,
  next,
  results,
}: Said): Pick<SeasonResult, 'counties' | 'grades' | 'preference'> {
  const planned = next ?? book;
  const { grade, points, clause } = scoringOf(planned).preference;
  const consent = final && { no: final.documentNo, on: calendarDateOf(final.documentOn) };
  const years = results.map((one) => ({ ...one, countyId: one.county.id, year, consent }));
  const preferred = new Set(preferencesOf(years, year + 1, planned).keys());
  return {
    counties: results.map(countyResultOf(book, preferred)),
    grades: gradesOf(book, results),
    preference: { year: year + 1, grade: gradeIn(planned, grade), points, clause, planned: next !== null },
  };
}
