import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { columnsOf } from '@/lib/domain/scorecards/columns';
import { annexHeadOf, columnsOnPaper, decisionRowOf, type PaperCard } from '@/lib/domain/scorecards/paper/of-card';
import { scoreOf } from '@/lib/domain/scorecards/score';
import { CARD_STATES } from '@/lib/domain/scorecards/season/types';
import { county } from '../county';

const card = (more: Partial<PaperCard> = {}): PaperCard => ({
  ...{ county: '禄丰市', status: 'final', seen: { self: true, review: true, deliberation: true }, bonus: [] },
  columns: columnsOf(scoreOf(county(), chuxiong2020), chuxiong2020, { lines: [], bonus: [], vetoed: false }),
  vetoes: [
    { name: '群众投诉较多', documentNo: null },
    { name: '工作受到省级及以上通报批评', documentNo: '云建通报〔2020〕2号' },
  ],
  ...more,
});
const marked = {
  ...{
    rank: 1,
    late: false,
    takenIn: false,
    disagreements: 0,
    disputes: { open: 0, upheld: 0, dismissed: 0 },
    siteChecks: 0,
  },
  ...{ undecided: [], proofs: 3 },
};

describe('a paper shows what a stage came to, not what it is still writing', () => {
  it.each(CARD_STATES.map((status, at) => [status, at >= 2, at >= 3] as const))(
    '%s',
    (status, review, deliberation) => {
      const shown = columnsOnPaper(card({ status }));
      expect([shown.self !== null, shown.review !== null, shown.deliberation !== null]).toEqual([
        ...[true, review, deliberation],
      ]);
    },
  );

  it('nothing that this person may not see, however far the card has come', () => {
    const shown = columnsOnPaper(card({ seen: { self: true, review: false, deliberation: false } }));
    expect([shown.review, shown.deliberation]).toEqual([null, null]);
  });

  it('no points of its own for a county that did not score itself', () => {
    const takenIn = { self: false, review: true, deliberation: true };
    const shown = columnsOnPaper(card({ seen: takenIn, status: 'reviewed' }));
    expect([shown.self, shown.review?.total]).toEqual([null, 9_300]);
  });

  it('on the sheet a county that has not submitted has scored nothing yet', () => {
    expect(decisionRowOf(card({ status: 'open' }), marked).totals).toEqual({
      ...{ self: null, review: null, deliberation: null },
    });
    expect(decisionRowOf(card({ status: 'submitted' }), marked).totals.self?.total).toBe(9_300);
  });
});

describe('what stands beside the points', () => {
  const of = { year: 2020, documentNo: null };
  const bonus = [
    { title: '通报表扬', claimed: 200, approved: 50 },
    { title: '现场会', claimed: 100, approved: null },
  ];

  it('bonus as it was claimed; beside the review what it granted', () => {
    expect(annexHeadOf(card({ bonus }), 'printed', of).bonus).toEqual([
      ...['①通报表扬（申报2.00分）', '②现场会（申报1.00分）'],
    ]);
    expect(annexHeadOf(card({ bonus }), 'all', of).bonus[0]).toBe('①通报表扬（申报2.00分，核定0.50分）');
  });

  it('grounds of veto stand with the columns of who found them', () => {
    expect(annexHeadOf(card(), 'printed', of).vetoes).toEqual([]);
    expect(annexHeadOf(card(), 'all', of).vetoes).toEqual([
      ...['群众投诉较多', '工作受到省级及以上通报批评（云建通报〔2020〕2号）'],
    ]);
  });

  it('what the deliberation must know, and only that', () => {
    expect(decisionRowOf(card(), marked).flags).toEqual([]);
    const all = {
      ...{ ...marked, late: true, disagreements: 2, disputes: { open: 1, upheld: 2, dismissed: 3 }, siteChecks: 4 },
      undecided: ['群众投诉较多'],
    };
    expect(decisionRowOf(card(), all).flags).toEqual([
      ...['逾期自评', '复核意见不一致2项', '异议未答复1项', '异议成立2项', '异议不成立3项', '实地抽查4次'],
      '待定否决：群众投诉较多',
    ]);
    expect(decisionRowOf(card(), { ...marked, late: true, takenIn: true }).flags).toEqual(['未提交自评']);
  });
});
