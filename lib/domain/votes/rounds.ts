import { type Reason, reason } from '../kernel/result';
import type { NoticeGates } from '../notices/types';
import type { Condition } from './answers';
import type { RoundNumber, RoundStatus } from './types';

/** What decides whether a round may go one step further. Counts are of the frozen roll, or of the register while there is none. */
export interface RoundFacts {
  status: RoundStatus;
  round: RoundNumber;
  compoundId: string;
  roundId: string;
  compoundActive: boolean;
  eligibility: string;
  households: number;
  householdsWithoutArea: number;
  /** round 2 */
  scheme: { id: string; final: boolean; missingParts: number } | null;
  roundOnePassed: boolean;
  gates: NoticeGates;
  returned: number;
  checked: number;
  paperWithoutPhoto: number;
  callBacks: { drawn: number; open: number; deniedStanding: number };
}

export type Step = 'open' | 'close' | 'certify';

export const stepOf = (status: RoundStatus): Step | null =>
  ({ draft: 'open', open: 'close', closed: 'certify', certified: null, cancelled: null })[status] as Step | null;

const condition = (code: string, met: boolean, why: Reason, href?: string): Condition => ({
  code,
  met,
  ...(met ? {} : { reason: why, ...(href ? { href } : {}) }),
});

/** Everything that a step needs, met or not, with where it is put right. The same rule drives the button, the refusal and the report. */
export function conditionsOf(step: Step, facts: RoundFacts): Condition[] {
  switch (step) {
    case 'open':
      return toOpen(facts);
    case 'close':
      return [];
    case 'certify':
      return toCertify(facts);
  }
}

function toOpen(facts: RoundFacts): Condition[] {
  const { compoundId, households, householdsWithoutArea: without, scheme, gates } = facts;
  const register = `/compounds/${compoundId}#register`;
  const first = [
    condition('active', facts.compoundActive, reason('vote.compoundRetired'), `/compounds/${compoundId}`),
    condition(
      'eligible',
      facts.eligibility !== 'ineligible',
      reason('vote.ineligible', undefined, { clause: 'P三(三)1/范围' }),
      `/compounds/${compoundId}`,
    ),
    condition('register', households > 0, reason('vote.registerEmpty'), register),
    condition('areas', without === 0, reason('vote.areaMissing', { count: without }), `${register}`),
  ];
  if (facts.round === 1) return first;
  const schemes = `/votes/schemes?compound=${compoundId}`;
  return [
    ...first,
    condition(
      'roundOne',
      facts.roundOnePassed,
      reason('vote.roundOneNotPassed', undefined, { clause: 'P三(三)2/表决' }),
      `/votes?compound=${compoundId}`,
    ),
    condition(
      'list',
      gates.list.over,
      reason('vote.listNoticeNotOver', undefined, { clause: 'P三(三)2/清单' }),
      '/notices?kind=list',
    ),
    condition(
      'scheme',
      scheme?.final === true,
      reason('vote.schemeNotFinal', { count: scheme?.missingParts ?? 6 }, { clause: 'P四(三)2/方案' }),
      schemes,
    ),
    condition(
      'design',
      gates.design.published,
      reason('vote.designNotPublished', undefined, { clause: 'P三(三)5' }),
      schemes,
    ),
  ];
}

function toCertify(facts: RoundFacts): Condition[] {
  const { roundId, gates, returned, checked, callBacks } = facts;
  const here = (tab: string) => `/votes/${roundId}/${tab}`;
  const result = gates.result.noticeId
    ? `/notices/${gates.result.noticeId}`
    : `/notices/new?round=${roundId}&kind=result`;
  return [
    condition('checked', checked === returned, reason('vote.unchecked', { count: returned - checked }), here('checks')),
    condition(
      'photos',
      facts.paperWithoutPhoto === 0,
      reason('vote.photoMissing', { count: facts.paperWithoutPhoto }),
      here('checks?state=photo'),
    ),
    condition(
      'callBacks',
      callBacks.open === 0,
      reason('vote.callBacksOpen', { count: callBacks.open, drawn: callBacks.drawn }),
      here('call-backs'),
    ),
    condition(
      'denied',
      callBacks.deniedStanding === 0,
      reason('vote.deniedStands', { count: callBacks.deniedStanding }),
      here('call-backs'),
    ),
    condition(
      'result',
      gates.result.completed,
      !gates.result.published
        ? reason('vote.resultNotPublished', undefined, { clause: 'P三(三)5' })
        : gates.result.openObjections > 0
          ? reason('vote.objectionsOpen', { count: gates.result.openObjections })
          : reason('vote.resultNotCompleted', { day: gates.result.endsOn ?? '' }),
      result,
    ),
    ...(facts.round === 2
      ? [
          condition(
            'design',
            gates.design.over,
            reason('vote.designNotOver', { day: gates.design.endsOn ?? '' }, { clause: 'P三(三)5' }),
            gates.design.noticeId ? `/notices/${gates.design.noticeId}` : '/notices?kind=design',
          ),
        ]
      : []),
  ];
}

/** What stands against the step; [] when it may be taken. */
export const unmet = (step: Step, facts: RoundFacts): Reason[] =>
  conditionsOf(step, facts).flatMap(({ met, reason: why }) => (met || !why ? [] : [why]));
