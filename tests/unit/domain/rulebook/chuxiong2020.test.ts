import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chuxiong2020 as book } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { clause, parseRulebook, publicFacilities } from '@/lib/domain/rulebook/rulebook';

// The copy of the policy breaks lines inside sentences and mixes full and half width.
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
const policy = plain(readFileSync(new URL('../fixtures/chuxiong-2020-1.txt', import.meta.url), 'utf8'));
const isOfPolicy = ({ clause: id }: { clause: string }) => clause(book, id)?.origin === 'policy';
// A later version may add items by a law or a decision; the policy's own stay 36.
const menu = book.menu.filter(isOfPolicy);
const count = (scope: string, necessity: string) =>
  menu.filter((item) => item.scope === scope && item.necessity === necessity).length;
const indicators = book.scorecard.groups.flatMap((group) => group.indicators);

describe('the menu', () => {
  it('has 36 items: 20 required and 16 improvements', () => {
    expect(menu).toHaveLength(36);
    expect(menu.filter((item) => item.necessity === 'required')).toHaveLength(20);
    expect(menu.filter((item) => item.necessity === 'improvement')).toHaveLength(16);
  });

  it('is 10 + 7 for buildings and 10 + 9 for compounds', () => {
    expect([count('building', 'required'), count('building', 'improvement')]).toEqual([10, 7]);
    expect([count('compound', 'required'), count('compound', 'improvement')]).toEqual([10, 9]);
  });

  it.each(menu.map((item) => [item.name]))('%s is worded as in the policy', (name) => {
    expect(policy).toContain(plain(name));
  });

  it('has 消防设施 twice, as two items', () => {
    expect(menu.filter((item) => item.name === '消防设施').map((item) => item.scope)).toEqual(['building', 'compound']);
  });

  it('gives the survey its 19 public facilities', () => {
    const facilities = publicFacilities({ ...book, menu });
    expect(facilities).toHaveLength(19);
    expect(new Set(facilities.map((facility) => facility.key)).size).toBe(19);
    expect(facilities[0]).toEqual({
      key: 'safetySupervision',
      menuItem: 'C-R01',
      name: '小区安全监管系统',
      nameEn: 'Compound security system',
    });
  });
});

describe('the clauses', () => {
  it.each(book.clauses.filter((entry) => entry.origin === 'policy').map((entry) => [entry.id, entry.text]))(
    '%s is the verbatim sentence',
    (_, text) => expect(policy).toContain(plain(text)),
  );

  it('answers 为什么?', () => {
    expect(clause(book, 'P三(三)5')).toMatchObject({ clause: 'P三(三)5', origin: 'policy' });
    expect(clause(book, 'P三(三)2/表决')?.clause).toBe('P三(三)2');
    expect(clause(book, 'P九')).toBeUndefined();
  });
});

describe('the scorecard', () => {
  it('has 4 groups and 11 indicators that sum to 100', () => {
    expect(book.scorecard.groups.map((group) => group.points)).toEqual([15, 20, 50, 15]);
    expect(indicators).toHaveLength(11);
    expect(indicators.reduce((sum, indicator) => sum + indicator.points, 0)).toBe(100);
  });

  it('prints 8 of 10 for 信息系统使用 and leaves 2 to the review', () => {
    const criteria = indicators.find((indicator) => indicator.name === '信息系统使用')?.criteria ?? [];
    expect(criteria.map((criterion) => [criterion.points, criterion.award])).toEqual([
      [3, 'all-or-nothing'],
      [3, 'all-or-nothing'],
      [2, 'all-or-nothing'],
      [2, 'review'],
    ]);
  });

  it.each(
    indicators
      .flatMap((indicator) => indicator.criteria)
      .filter((criterion) => criterion.award !== 'review')
      .map((criterion) => [criterion.id, criterion.text]),
  )('criterion %s is worded as in the annex', (_, text) => expect(policy).toContain(plain(text)));

  it.each(indicators.map((indicator) => [indicator.name, indicator.explanation]))(
    '%s is explained as in the annex',
    (_, text) => {
      expect(policy).toContain(plain(text));
    },
  );

  it('words vetoes, remarks and grades as printed', () => {
    for (const veto of book.scorecard.vetoes) expect(policy).toContain(plain(veto.name));
    for (const remark of book.scorecard.remarks) expect(policy).toContain(plain(remark));
    expect(book.scorecard.grades.map((grade) => [grade.name, grade.from])).toEqual([
      ['优秀', 90],
      ['良好', 80],
      ['合格', 60],
      ['不合格', 0],
    ]);
  });
});

describe('calendar, votes, stages, funds', () => {
  it('30, 70 and 100 percent, with the deadlines of each year', () => {
    expect(book.calendar.cumulativeTargets.map((target) => target.percent)).toEqual([30, 70, 100]);
    expect(book.calendar.years.map((year) => [year.year, year.startBy, year.completeBy])).toEqual([
      [2019, '2020-02-29', '2020-05-31'],
      [2020, '2020-02-29', '2020-06-30'],
      [2021, '2021-02-28', '2021-06-30'],
    ]);
  });

  it('both forms of the vote test', () => {
    expect(book.votes.tests.map((test) => test.form)).toEqual(['of-all', 'of-participants', 'of-participants']);
    expect(book.votes.rounds.map((round) => round.test)).toEqual(['policy-two-thirds', 'policy-two-thirds']);
  });

  it('ten stages headed as in the policy', () => {
    expect(book.stages).toHaveLength(10);
    for (const stage of book.stages) expect(policy).toContain(plain(`${stage.number}.${stage.name}`));
  });

  it('seven sources and 其他', () => {
    expect(book.funding.sources.map((source) => source.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(book.funding.sources.at(-1)?.name).toBe('其他');
  });

  it('survives JSON unchanged', () => {
    expect(parseRulebook(JSON.parse(JSON.stringify(book)))).toEqual({ ok: true, value: book });
  });
});
