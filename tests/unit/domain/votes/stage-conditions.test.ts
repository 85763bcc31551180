import { describe, expect, it } from 'vitest';
import type { NoticeGate, NoticeGates } from '@/lib/domain/notices/types';
import { stageConditions } from '@/lib/domain/votes/stage-conditions';
import type { RoundNumber, RoundStatus, VoteOutcome } from '@/lib/domain/votes/types';

const gate = (more: Partial<NoticeGate> = {}): NoticeGate => ({
  noticeId: null,
  published: false,
  over: false,
  completed: false,
  endsOn: null,
  openObjections: 0,
  ...more,
});
const gates = (more: Partial<NoticeGates> = {}): NoticeGates => ({
  list: gate(),
  design: gate(),
  result: gate(),
  ...more,
});
const round = (id: string, number: RoundNumber, status: RoundStatus, outcome: VoteOutcome | null = null) => ({
  id,
  round: number,
  status,
  outcome,
});

describe('what votes and notices hold open of the stages 2 and 5', () => {
  it('before anything: nothing is met, and each leads to where it begins', () => {
    expect(stageConditions({ compoundId: 'c', rounds: [], gates: gates() })).toEqual({
      2: [
        { code: 'roundOne', met: false, href: '/votes/new?compound=c&round=1' },
        { code: 'list', met: false, href: '/notices?kind=list' },
      ],
      5: [
        { code: 'design', met: false, href: '/notices?kind=design' },
        { code: 'roundTwo', met: false, href: '/votes/new?compound=c&round=2' },
      ],
    });
  });

  it('a vote is met by the attempt that passed; one under way is where to look; one that failed asks for another', () => {
    const rounds = [
      round('again', 2, 'open'),
      round('lost', 2, 'certified', 'failed'),
      round('won', 1, 'certified', 'passed'),
      round('off', 1, 'cancelled'),
    ];
    const { 2: second, 5: fifth } = stageConditions({ compoundId: 'c', rounds, gates: gates() });
    expect([second[0], fifth[1]]).toEqual([
      { code: 'roundOne', met: true, href: '/votes/won' },
      { code: 'roundTwo', met: false, href: '/votes/again' },
    ]);
    const without = rounds.filter(({ id }) => id !== 'again');
    expect(stageConditions({ compoundId: 'c', rounds: without, gates: gates() })[5][1]?.href).toBe(
      '/votes/new?compound=c&round=2',
    );
  });

  it('a notice is met when its period is over, and leads to itself', () => {
    const known = gates({
      list: gate({ noticeId: 'n', published: true, over: true }),
      design: gate({ noticeId: 'd', published: true }),
    });
    const { 2: second, 5: fifth } = stageConditions({ compoundId: 'c', rounds: [], gates: known });
    expect([second[1], fifth[0]]).toEqual([
      { code: 'list', met: true, href: '/notices/n' },
      { code: 'design', met: false, href: '/notices/d' },
    ]);
  });
});
