import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';

export const MILESTONE_KINDS = ['start', 'completion'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];
export const MILESTONE_STATUSES = ['submitted', 'returned', 'accepted'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

export interface MilestoneInput {
  kind: MilestoneKind;
  /** null: of the whole project */
  compoundId: string | null;
  /** really begun or complete on */
  actualOn: CalendarDate;
  /** the day that the county states in its report */
  statedOn: CalendarDate;
}

interface Known {
  compoundId: string | null;
  kind: MilestoneKind;
  status: MilestoneStatus;
  actualOn: CalendarDate;
}

export interface MilestoneGround {
  today: CalendarDate;
  /** first day of the contracts for construction or EPC; null: there is none */
  contractFrom: CalendarDate | null;
  compounds: readonly { id: string; name: string; planned: number; completed: number; lastOn: CalendarDate | null }[];
  /** what was reported of this project, returned ones among them */
  known: readonly Known[];
  /** findings that are not closed */
  findingsOpen: number;
}

const stands = ({ status }: Known) => status !== 'returned';

function dayReasons({ actualOn, statedOn, kind }: MilestoneInput, { today, contractFrom }: MilestoneGround): Reason[] {
  const future = (field: 'actualOn' | 'statedOn', day: CalendarDate) =>
    day > today ? [reason('milestone.inFuture', { found: day, expected: today }, { field })] : [];
  return [
    ...future('actualOn', actualOn),
    ...future('statedOn', statedOn),
    ...(contractFrom === null ? [reason('milestone.noContract', undefined, { clause: 'P三(三)8' })] : []),
    ...(contractFrom !== null && actualOn < contractFrom
      ? [reason(`milestone.beforeContract.${kind}`, { found: actualOn, expected: contractFrom }, { field: 'actualOn' })]
      : []),
  ];
}

function startReasons({ compoundId }: MilestoneInput, { known, compounds }: MilestoneGround): Reason[] {
  if (compoundId !== null) return [];
  const begun = known.some((one) => one.kind === 'start' && one.compoundId !== null && stands(one));
  return begun || compounds.length === 0
    ? []
    : [reason('milestone.noCompoundStarted', undefined, { field: 'compoundId' })];
}

function completionReasons({ compoundId, actualOn }: MilestoneInput, ground: MilestoneGround): Reason[] {
  const { compounds, known, findingsOpen } = ground;
  const own = known.find((one) => one.kind === 'start' && one.compoundId === compoundId && stands(one));
  const started = own
    ? actualOn < own.actualOn
      ? [reason('milestone.beforeStart', { found: actualOn, expected: own.actualOn }, { field: 'actualOn' })]
      : []
    : [reason('milestone.notStarted', undefined, { field: 'kind' })];
  const asked = compounds.filter(({ id }) => compoundId === null || id === compoundId);
  const undone = asked
    .filter(({ planned, completed }) => completed < planned)
    .map(({ name, planned, completed }) => reason('milestone.itemsOpen', { name, planned, completed }));
  const early = asked.flatMap(({ name, lastOn }) =>
    lastOn !== null && actualOn < lastOn
      ? [reason('milestone.beforeLastItem', { name, found: actualOn, expected: lastOn }, { field: 'actualOn' })]
      : [],
  );
  const reported = (id: string) =>
    known.some((one) => one.kind === 'completion' && one.compoundId === id && stands(one));
  const waiting = compoundId === null ? compounds.filter(({ id }) => !reported(id)) : [];
  return [
    ...started,
    ...undone,
    ...early,
    ...waiting.map(({ name }) => reason('milestone.compoundOpen', { name })),
    ...(compoundId === null && findingsOpen > 0
      ? [reason('milestone.findingsOpen', { count: findingsOpen }, { clause: 'P四(三)4' })]
      : []),
  ];
}

/** Everything against reporting that a compound, or the project, was begun or is complete (P三(三)8; domain.md §5). */
export function milestoneReasons(input: MilestoneInput, ground: MilestoneGround): Reason[] {
  const { compoundId, kind } = input;
  if (compoundId !== null && !ground.compounds.some(({ id }) => id === compoundId))
    return [reason('milestone.otherCompound', undefined, { field: 'compoundId' })];
  const there = ground.known.find((one) => one.kind === kind && one.compoundId === compoundId);
  return [
    ...(there && there.status !== 'returned' ? [reason(`milestone.there.${there.status}`)] : []),
    ...dayReasons(input, ground),
    ...(kind === 'start' ? startReasons(input, ground) : completionReasons(input, ground)),
  ];
}

export interface MilestoneReview {
  status: MilestoneStatus;
  accept: boolean;
  remark: string | null;
}

/** The prefecture accepts what a county reports, or gives it back with what is to be put right. */
export function milestoneReviewReasons({ status, accept, remark }: MilestoneReview): Reason[] {
  return [
    ...(status === 'submitted' ? [] : [reason(`milestone.notWaiting.${status}`)]),
    ...(!accept && !remark ? [reason('milestone.remarkMissing', undefined, { field: 'remark' })] : []),
  ];
}

/** In time or late by the first time of receipt (annex: 完成时间以系统填报数据完成上报时间为准). */
export const isLate = (firstReceivedAt: Date, limit: Date): boolean => firstReceivedAt > limit;
