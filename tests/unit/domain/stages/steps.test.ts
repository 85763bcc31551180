import { describe, expect, it } from 'vitest';
import type { Role } from '@/lib/domain/accounts/roles';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import { datesOutOfOrder, returnReport, sendBack, takeStep } from '@/lib/domain/stages/steps';
import type { ProjectFacts } from '@/lib/domain/stages/types';
import { day, whole } from './facts';

const today = day('2020-06-30');
const ask = (facts: ProjectFacts, stage: number, step: string, roles: Role[], statedOn = today) =>
  takeStep(facts, { stage, step, roles, statedOn, today }, chuxiong2020);
const codes = (decision: { ok: boolean; reasons?: { code: string }[] }) =>
  decision.ok ? [] : (decision.reasons ?? []).map(({ code }) => code);

/** Who takes which step, in the office's words (domain.md §5). */
const WAY: [number, string, Role[], string | null][] = [
  [1, 'complete', ['county_bureau'], null],
  [2, 'complete', ['county_bureau'], null],
  [3, 'complete', ['county_bureau'], null],
  [4, 'submit', ['implementing_entity', 'county_bureau'], 'review'],
  [4, 'review', ['prefecture_bureau'], 'approve'],
  [4, 'approve', ['county_bureau'], 'report'],
  [4, 'report', ['county_bureau'], 'receive'],
  [4, 'receive', ['prefecture_bureau'], null],
  [5, 'complete', ['town', 'community'], null],
  [6, 'complete', ['implementing_entity'], null],
  [7, 'complete', ['implementing_entity'], null],
  [8, 'submit', ['implementing_entity'], 'confirm'],
  [8, 'confirm', ['county_bureau'], null],
  [9, 'complete', ['county_bureau'], null],
  [10, 'complete', ['implementing_entity', 'community'], null],
];

describe('taking a step', () => {
  const ROLES: Role[] = [
    ...(['prefecture_bureau', 'prefecture_drc', 'county_bureau', 'county_drc', 'county_finance'] as const),
    ...(['town', 'community', 'implementing_entity', 'supervisor'] as const),
  ];
  it.each(WAY)('stage %i, %s: by %j', (stage, step, by, next) => {
    const facts = whole(stage, step);
    for (const role of ROLES) {
      const decision = ask(facts, stage, step, [role]);
      if (by.includes(role)) expect(decision).toMatchObject({ ok: true, value: { nextStep: next } });
      else expect(codes(decision), role).toEqual(['stage.notYours']);
    }
  });

  it('the way of the table is the whole way of the rule book', () => {
    const steps = workflowOf(chuxiong2020).stages.flatMap(({ stage, steps: own }) =>
      own.map(({ code }) => `${stage} ${code}`),
    );
    expect(WAY.map(([stage, step]) => `${stage} ${step}`)).toEqual(steps);
  });

  it('the time of receipt is that of the first step of a stage', () => {
    expect(ask(whole(4, 'submit'), 4, 'submit', ['county_bureau'])).toMatchObject({
      ok: true,
      value: { receives: true },
    });
    expect(ask(whole(4, 'review'), 4, 'review', ['prefecture_bureau'])).toMatchObject({
      ok: true,
      value: { receives: false },
    });
  });

  it.each([
    ['a stage that is complete', 2, 'complete', 'stage.alreadyComplete'],
    ['a stage to come', 7, 'complete', 'stage.outOfOrder'],
    ['a step to come', 4, 'receive', 'stage.stepNotNext'],
    ['a step that there is not', 4, 'dance', 'stage.noSuchStep'],
  ])('%s is refused', (_, stage, step, code) => {
    const roles: Role[] = ['county_bureau', 'prefecture_bureau', 'implementing_entity'];
    expect(codes(ask(whole(4, 'review'), stage, step, roles))).toContain(code);
  });

  it('a suspended or withdrawn project stands still', () => {
    for (const [status, code] of [
      ['suspended', 'stage.projectSuspended'],
      ['withdrawn', 'stage.projectWithdrawn'],
    ] as const) {
      const facts = { ...whole(3), status };
      expect(codes(ask(facts, 3, 'complete', ['county_bureau']))).toEqual([code]);
      expect(codes(sendBack(facts, { stage: 2, roles: ['county_bureau'], reason: '补正' }, chuxiong2020))).toEqual([
        code,
      ]);
    }
  });

  it('says all that stands against it at once', () => {
    const facts = { ...whole(3), status: 'suspended' as const, entityKind: null, fundingSum: 0n };
    expect(codes(ask(facts, 3, 'complete', ['community'], day('2020-07-01')))).toEqual([
      'stage.projectSuspended',
      'stage.notYours',
      'stage.inFuture',
      'stage.fundingDiffers',
      'stage.entityMissing',
    ]);
  });
});

describe('the report goes back', () => {
  const back = { stage: 4, step: 'review', roles: ['prefecture_bureau'] as Role[], reason: '概算缺工程量表' };
  it('to the step that the rule book names, with a reason', () => {
    expect(returnReport(whole(4, 'review'), back, chuxiong2020)).toEqual({ ok: true, value: 'submit' });
    expect(codes(returnReport(whole(4, 'review'), { ...back, reason: ' ' }, chuxiong2020))).toEqual([
      'stage.reasonMissing',
    ]);
  });
  it('not by others, not from elsewhere, not from a step that has nowhere to return to', () => {
    expect(codes(returnReport(whole(4, 'review'), { ...back, roles: ['county_bureau'] }, chuxiong2020))).toEqual([
      'stage.notYours',
    ]);
    expect(codes(returnReport(whole(4, 'approve'), back, chuxiong2020))).toEqual(['stage.stepNotNext']);
    const submit = { ...back, step: 'submit', roles: ['county_bureau'] as Role[] };
    expect(codes(returnReport(whole(4, 'submit'), submit, chuxiong2020))).toEqual(['stage.returnsNowhere']);
  });
});

describe('a stage is sent back', () => {
  it.each(['county_bureau', 'prefecture_bureau'] as const)('by %s, to its first step', (role) => {
    expect(sendBack(whole(6), { stage: 4, roles: [role], reason: '设计变更' }, chuxiong2020)).toEqual({
      ok: true,
      value: 'submit',
    });
  });
  it('only when it was complete, with a reason, by the bodies', () => {
    const decision = sendBack(whole(4, 'submit'), { stage: 5, roles: ['town'], reason: '' }, chuxiong2020);
    expect(codes(decision)).toEqual(['stage.notComplete', 'stage.sendBackNotYours', 'stage.reasonMissing']);
  });
});

describe('stated dates', () => {
  it('are out of order when a stage lies before the one before it', () => {
    const stages = [
      { stage: 1, statedOn: day('2020-01-10') },
      { stage: 2, statedOn: null },
      { stage: 3, statedOn: day('2020-01-09') },
      { stage: 4, statedOn: day('2020-01-09') },
    ];
    expect(datesOutOfOrder(stages)).toEqual([{ stage: 3, statedOn: '2020-01-09', before: 1, beforeOn: '2020-01-10' }]);
  });
});
