import { describe, expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { parseRulebook } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';

function faultsOf(change: (book: Rulebook) => void): string[] {
  const book = structuredClone(chuxiong2020);
  change(book);
  const decision = parseRulebook(book);
  return decision.ok ? [] : decision.reasons.map((reason) => reason.code);
}

describe('a rule book is parsed, not believed', () => {
  it.each([null, 1, [], {}, 'text'])('%j is refused', (data) => {
    expect(parseRulebook(data)).toMatchObject({ ok: false });
  });

  it('an unknown field is refused', () => {
    expect(parseRulebook({ ...chuxiong2020, extra: 1 })).toMatchObject({
      ok: false,
      reasons: [{ code: 'rulebook.malformed' }],
    });
  });

  it('names every fault, not the first', () => {
    const faults = faultsOf((book) => {
      book.notices.clause = 'P九';
      book.ranking = book.ranking.slice(1);
      book.promises[0]?.items.push('B-R99');
    });
    expect(faults).toEqual(['rulebook.unknownClause', 'rulebook.unknownReference', 'rulebook.wrongSum']);
  });

  it('a ranking factor that makes other than 100 points, or counts a paper that there is not', () => {
    const faults = faultsOf((book) => {
      if (!book.workflow) throw new Error('no workflow');
      book.workflow.rankingScale.condition.age = 1_000;
      book.workflow.rankingScale.mechanismPapers.push({ code: 'poem', points: 0 });
    });
    expect(faults).toEqual(['rulebook.unknownReference', 'rulebook.wrongSum']);
  });

  it('takes the later-built quota of 大姚县 2024', () => {
    expect(
      faultsOf((book) => {
        book.eligibility.cutOff.latestYear = 2000;
        book.eligibility.laterBuilt = { latestYear: 2005, quotaPercent: 15, clause: '决定/建成年份' };
      }),
    ).toEqual([]);
    expect(
      faultsOf((book) => {
        book.eligibility.laterBuilt = { latestYear: 1990, quotaPercent: 15, clause: '决定/建成年份' };
      }),
    ).toEqual(['rulebook.laterBuiltNotLater']);
  });

  it('a year that ends before it begins, stages and grades out of order', () => {
    expect(
      faultsOf((book) => {
        book.stages.reverse();
        book.scorecard.grades.reverse();
        const year = book.calendar.years[0];
        if (year) year.startBy = calendarDateOf('2021-01-01');
      }),
    ).toEqual(['rulebook.stagesOutOfOrder', 'rulebook.gradesOutOfOrder', 'rulebook.yearBackwards']);
  });
});
