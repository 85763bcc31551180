import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import type { LiftInput, StopWorkInput } from './schema';
import { INSPECTION_LEVELS, type InspectionLevel, type NamedFinding } from './types';

export interface StopWorkGround {
  compounds: readonly string[];
  /** of those that are named, the project's */
  findings: readonly NamedFinding[];
  /** numbers of the project's notes */
  numbers: readonly string[];
  today: CalendarDate;
}

export const sameNumber = (no: string, numbers: readonly string[], field: string): Reason[] =>
  numbers.includes(no) ? [reason('stopWork.sameNumber', { no }, { field })] : [];

/** 停工通知: for something grave, or for what an inspection found; of that place, that is not closed, on a day that has come. */
export function stopWorkReasons(input: StopWorkInput, ground: StopWorkGround): Reason[] {
  const { issuedOn, compoundId, findingIds, no } = input;
  const { findings, today } = ground;
  const field = 'findingIds';
  const first = findings
    .map(({ inspectedOn }) => inspectedOn)
    .sort()
    .at(-1);
  return [
    ...sameNumber(no, ground.numbers, 'no'),
    ...(issuedOn > today
      ? [reason('stopWork.inFuture', { found: issuedOn, expected: today }, { field: 'issuedOn' })]
      : []),
    ...(first && issuedOn < first
      ? [reason('stopWork.beforeFinding', { found: issuedOn, expected: first }, { field: 'issuedOn' })]
      : []),
    ...(compoundId !== undefined && !ground.compounds.includes(compoundId)
      ? [reason('inspection.otherCompound', undefined, { field: 'compoundId' })]
      : []),
    ...(findingIds.some((id) => !findings.some((one) => one.id === id))
      ? [reason('stopWork.findingUnknown', undefined, { field })]
      : []),
    ...(findings.some(({ status }) => status === 'closed')
      ? [reason('stopWork.findingClosed', undefined, { field })]
      : []),
    ...(compoundId !== undefined && findings.some((one) => one.compoundId !== null && one.compoundId !== compoundId)
      ? [reason('stopWork.findingElsewhere', undefined, { field })]
      : []),
    ...(findings.length > 0 && !findings.some(({ grade, inspected }) => inspected || grade === 'grave')
      ? [reason('stopWork.noGround', undefined, { field })]
      : []),
  ];
}

export interface StandingStop {
  no: string;
  level: InspectionLevel;
  issuedOn: CalendarDate;
  lifted: boolean;
  findings: readonly NamedFinding[];
}

/** Who lifts it. */
export interface Lifter {
  level: InspectionLevel | null;
  accountId: string;
}

const rank = (level: InspectionLevel | null) => (level === null ? -1 : INSPECTION_LEVELS.indexOf(level));

/** 复工: by whoever stopped the work or stands higher, not by the one who reported it put right, once all that the note names is closed. */
export function liftReasons(stop: StandingStop, lift: LiftInput, by: Lifter, today: CalendarDate): Reason[] {
  const { no, level, issuedOn, lifted, findings } = stop;
  const { liftedOn } = lift;
  const field = 'liftedOn';
  if (rank(by.level) < rank(level)) return [reason(`stopWork.liftedBy.${level}`, { no })];
  if (lifted) return [reason('stopWork.liftedAlready', { no })];
  const open = findings.filter(({ status }) => status !== 'closed').length;
  const last = findings
    .flatMap(({ recheckedOn }) => recheckedOn ?? [])
    .sort()
    .at(-1);
  const from = last && last > issuedOn ? last : issuedOn;
  return [
    ...(open > 0 ? [reason('stopWork.findingsOpen', { count: open })] : []),
    ...(findings.some(({ rectifiedBy }) => rectifiedBy === by.accountId) ? [reason('stopWork.liftedByRectifier')] : []),
    ...(liftedOn > today ? [reason('stopWork.inFuture', { found: liftedOn, expected: today }, { field })] : []),
    ...(liftedOn < from ? [reason('stopWork.liftedEarly', { found: liftedOn, expected: from }, { field })] : []),
  ];
}

/** While work is stopped nothing of that place is reported complete. */
export function stoppedReasons(
  places: readonly { compoundId: string }[],
  standing: readonly { no: string; compoundId: string | null }[],
): Reason[] {
  return standing
    .filter(({ compoundId }) => compoundId === null || places.some((place) => place.compoundId === compoundId))
    .map(({ no }) => reason('stopWork.stands', { no }));
}
