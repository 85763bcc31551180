import { describe, expect, test } from 'vitest';
import { againstConfirming } from '@/lib/domain/annual/plans';
import { againstAnswering, againstApplying, againstWithdrawing } from '@/lib/domain/applications/rules';
import {
  againstApproval,
  againstConsent,
  approverOf,
  countedCost,
  projectReasons,
} from '@/lib/domain/feasibility/rules';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { againstGroup } from '@/lib/domain/leading-groups/schema';
import { formatWanExact } from '@/lib/format/money';

const day = calendarDateOf;
const TODAY = day('2020-03-10');
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);

describe('the feasibility report', () => {
  const report = { status: 'draft', hasFile: true, projects: 2, investment: 100n, consentOn: null } as const;
  test('the county 发改局 approves; where another body is named the bureau records it', () => {
    expect(approverOf({ county: '禄丰市', named: null })).toEqual({
      body: '禄丰市发展和改革局',
      recordedBy: 'county_drc',
    });
    expect(approverOf({ county: '楚雄高新区', named: '楚雄高新区经济发展局' }).recordedBy).toBe('county_bureau');
    expect(approverOf({ county: '双柏县', named: '双柏县发改局' }).recordedBy).toBe('county_drc');
  });
  test('consent: of what is there, once, not of a day to come', () => {
    expect(againstConsent(report, TODAY, TODAY)).toEqual([]);
    const bare = { ...report, hasFile: false, projects: 0, investment: 0n };
    expect(codes(againstConsent(bare, day('2020-03-11'), TODAY))).toEqual([
      'feasibility.fileMissing',
      'feasibility.noProjects',
      'feasibility.noInvestment',
      'feasibility.documentInFuture',
    ]);
    expect(codes(againstConsent({ ...report, status: 'consented' }, TODAY, TODAY))).toEqual(['feasibility.consented']);
    expect(codes(againstConsent({ ...report, status: 'approved' }, TODAY, TODAY))).toEqual(['feasibility.approved']);
  });
  test('approval: after the consent, by whose it is', () => {
    const drc = approverOf({ county: '禄丰市', named: null });
    const consented = { ...report, status: 'consented', consentOn: day('2020-03-01') } as const;
    expect(againstApproval(consented, drc, 'county_drc', day('2020-03-01'), TODAY)).toEqual([]);
    expect(codes(againstApproval(consented, drc, 'county_bureau', day('2020-02-28'), TODAY))).toEqual([
      'feasibility.drcApproves',
      'feasibility.approvedBeforeConsent',
    ]);
    const other = approverOf({ county: '楚雄高新区', named: '经济发展局' });
    expect(codes(againstApproval(report, other, 'county_drc', TODAY, TODAY))).toEqual([
      'feasibility.bureauRecords',
      'feasibility.notConsented',
    ]);
  });
  test('covers projects of its year, once', () => {
    const project = { id: 'p', name: '文化路', status: 'active', year: 2020, report: null };
    const elsewhere = { ...project, report: { id: 'r1', no: 1, status: 'approved' as const } };
    expect(projectReasons('r2', 2020, [project])).toEqual([]);
    expect(projectReasons('r1', 2020, [elsewhere])).toEqual([]);
    expect(
      codes(projectReasons('r2', 2020, [elsewhere, { ...project, year: 2021 }, { ...project, status: 'withdrawn' }])),
    ).toEqual(['feasibility.projectCovered', 'feasibility.projectOfOtherYear', 'feasibility.projectWithdrawn']);
    expect([countedCost({ estimate: 5n, planCost: 9n }), countedCost({ estimate: null, planCost: 9n })]).toEqual([
      5n,
      9n,
    ]);
  });
});

describe('the application', () => {
  const project = { status: 'active', stage: 6, live: null, planned: null } as const;
  test('after the second vote, one at a time, not once it is planned', () => {
    expect(againstApplying(project, TODAY, TODAY)).toEqual([]);
    expect(
      codes(
        againstApplying({ status: 'suspended', stage: 5, live: 'accepted', planned: 2020 }, day('2020-03-11'), TODAY),
      ),
    ).toEqual([
      'application.notActive',
      'application.voteNotComplete',
      'application.live.accepted',
      'application.planned',
      'application.inFuture',
    ]);
  });
  test('is answered by the county bureau, and withdrawn while no plan holds it', () => {
    expect(againstAnswering('submitted', 'county_bureau', { verdict: 'accepted', reply: null })).toEqual([]);
    expect(codes(againstAnswering('accepted', 'town', { verdict: 'returned', reply: null }))).toEqual([
      'application.bureauAnswers',
      'application.not.accepted',
      'application.replyMissing',
    ]);
    expect(againstWithdrawing('accepted', null)).toEqual([]);
    expect(codes(againstWithdrawing('returned', 2020))).toEqual(['application.not.returned', 'application.planned']);
  });
});

describe('the plan', () => {
  const outcome = {
    verdicts: [{ id: 'p', countyId: 'a', chosen: true, by: 'rank' } as const],
    lockShort: [],
    minimumShort: [],
  };
  test('is confirmed by document, adjusted with a reason, within what was promised', () => {
    const document = { documentNo: '1号', documentOn: TODAY, reason: null };
    expect(againstConfirming({ no: 1, status: 'draft' }, document, outcome, TODAY)).toEqual([]);
    const short = { verdicts: [], lockShort: ['p'], minimumShort: [{ countyId: 'a', minimum: 1, chosen: 0 }] };
    const late = { ...document, documentOn: day('2020-03-11') };
    expect(codes(againstConfirming({ no: 2, status: 'confirmed' }, late, short, TODAY))).toEqual([
      'annual.confirmed',
      'annual.documentInFuture',
      'annual.adjustmentReason',
      'annual.nothingChosen',
      'annual.lockShort',
      'annual.minimumShort',
    ]);
  });
  test('says sums exactly', () => {
    expect(['zh-CN', 'en'].map((locale) => formatWanExact(42_000_000n, locale as 'en'))).toEqual([
      '42 万元',
      '¥420,000.00',
    ]);
    expect([1n, 1_234_500_000n, 100n, 0n].map((fen) => formatWanExact(fen, 'zh-CN'))).toEqual([
      '0.000001 万元',
      '1,234.5 万元',
      '0.0001 万元',
      '0 万元',
    ]);
  });
});

test('a leading group: by a document of its own, not older than the former', () => {
  const former = [{ documentNo: '1号', documentOn: day('2020-02-01') }];
  expect(againstGroup({ documentNo: '2号', documentOn: day('2020-02-01') }, former, TODAY)).toEqual([]);
  expect(codes(againstGroup({ documentNo: '1号', documentOn: day('2020-01-01') }, former, TODAY))).toEqual([
    'leading.documentUsed',
    'leading.documentOlder',
  ]);
  expect(codes(againstGroup({ documentNo: '2号', documentOn: day('2020-03-11') }, [], TODAY))).toEqual([
    'leading.documentInFuture',
  ]);
});
