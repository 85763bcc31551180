import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import { placeKey } from '../projects/completions';
import { firstDay, type ReportMonth } from './report-month';
import type { ItemProgress, PlannedWork, ReportContent, ReportStatus } from './types';

/** 资料、公示、表决 come before a report has anything to say of works; from stage 10 on nothing is built any more. */
export const REPORTED_STAGES = { first: 2, last: 9 } as const;
/** Items have a percentage once building is open (阶段八). */
export const BUILDING_STAGE = 8;

/** What a report is judged by. Percentages by placeKey. */
export interface ReportGround {
  month: ReportMonth;
  today: CalendarDate;
  /** the month in which the project came to be: nothing is reported before it */
  from: ReportMonth;
  stage: number;
  planned: readonly PlannedWork[];
  /** of the last accepted report of a month before */
  last: ReadonlyMap<string, number>;
  /** registered complete by the end of the month */
  completed: ReadonlySet<string>;
  /** the first month since reporting began that was not sent, and is before this one */
  lacking: ReportMonth | null;
  /** a later month that was sent already */
  later: ReportMonth | null;
}

const CLAUSE = '决定/月报';

/** A month is reported once it has begun, in its order, from the month on in which the project came to be. */
export function monthReasons({ month, today, from, lacking, later }: Omit<ReportGround, 'planned'>): Reason[] {
  const field = 'month';
  return [
    ...(firstDay(month) > today
      ? [reason('report.notBegun', { found: month, expected: today }, { field, clause: CLAUSE })]
      : []),
    ...(month < from ? [reason('report.beforeProject', { found: month, expected: from }, { field })] : []),
    ...(lacking !== null ? [reason('report.outOfOrder', { found: month, lacking }, { field, clause: CLAUSE })] : []),
    ...(later !== null ? [reason('report.laterSent', { found: month, later }, { field })] : []),
  ];
}

const namesOf = ({ planned }: Pick<ReportGround, 'planned'>) =>
  new Map(planned.map((work) => [placeKey(work), work.name]));

/** What cannot even be kept as a draft: a percentage that is none, an item that is not planned, a place that is named twice. */
export function draftReasons({ items }: Pick<ReportContent, 'items'>, ground: Pick<ReportGround, 'planned'>): Reason[] {
  const names = namesOf(ground);
  const keys = items.map(placeKey);
  return items.flatMap((one, at) => {
    const key = placeKey(one);
    const name = names.get(key);
    const field = `items.${at}.percent`;
    if (name === undefined) return [reason('report.notPlanned', { item: one.item }, { field })];
    if (keys.indexOf(key) < at) return [reason('report.twice', { name }, { field })];
    return Number.isInteger(one.percent) && one.percent >= 0 && one.percent <= 100
      ? []
      : [reason('report.percentOutside', { name, found: one.percent }, { field })];
  });
}

/** An item is at 100 when it is registered complete and not before; less than last month only with a reason. */
function itemReasons(
  one: ItemProgress,
  at: number,
  ground: ReportGround,
  names: ReadonlyMap<string, string>,
): Reason[] {
  const key = placeKey(one);
  const name = names.get(key) ?? one.item;
  const { percent, backReason } = one;
  const field = `items.${at}.percent`;
  const isComplete = ground.completed.has(key);
  const last = ground.last.get(key) ?? 0;
  return [
    ...(isComplete && percent < 100 ? [reason('report.completedItem', { name, found: percent }, { field })] : []),
    ...(!isComplete && percent === 100 ? [reason('report.notCompleted', { name }, { field })] : []),
    ...(percent < last && !backReason
      ? [reason('report.backwards', { name, found: percent, last }, { field: `items.${at}.backReason` })]
      : []),
  ];
}

/** Everything against sending this report (决定/月报): all reasons at once, each at its field. */
export function reportReasons(content: ReportContent, ground: ReportGround): Reason[] {
  const names = namesOf(ground);
  const keys = new Set(content.items.map(placeKey));
  const isBuilding = ground.stage >= BUILDING_STAGE;
  const missing = isBuilding ? ground.planned.filter((work) => !keys.has(placeKey(work))) : [];
  const broken = draftReasons(content, ground);
  return [
    ...monthReasons(ground),
    ...broken,
    ...(broken.length > 0 ? [] : content.items.flatMap((one, at) => itemReasons(one, at, ground, names))),
    ...(!isBuilding && content.items.some(({ percent }) => percent > 0)
      ? [reason('report.notBuilding', { stage: ground.stage }, { field: 'items', clause: 'P三(三)8' })]
      : []),
    ...missing.slice(0, 20).map(({ name }) => reason('report.itemMissing', { name }, { field: 'items' })),
  ];
}

/** Who may still write in it. */
export const againstWriting = (status: ReportStatus): Reason[] =>
  status === 'submitted' || status === 'accepted' ? [reason(`report.locked.${status}`)] : [];

export interface Reviewed {
  status: ReportStatus;
  /** who sent it last */
  sentBy: string | null;
  reviewer: string;
  /** the reviewer is of the prefecture */
  ofPrefecture: boolean;
  /** the county's summary of the month lies with the prefecture, or was accepted */
  summedUp: boolean;
}

/** Looked at by a second person; once the county has summed up the month, by the prefecture. */
export function reviewReasons({ status, sentBy, reviewer, ofPrefecture, summedUp }: Reviewed): Reason[] {
  return [
    ...(status === 'submitted' ? [] : [reason(`report.notWaiting.${status}`)]),
    ...(sentBy === reviewer ? [reason('report.reviewedBySender')] : []),
    ...(summedUp && !ofPrefecture ? [reason('report.summedUp')] : []),
  ];
}

export interface Remark {
  field: string;
  text: string;
}

/** A report goes back with a remark at each field that it is about; what was accepted is corrected on request alone. */
export function returnReasons(reviewed: Reviewed, remarks: readonly Remark[]): Reason[] {
  return [
    ...reviewReasons(reviewed),
    ...(remarks.length === 0 ? [reason('report.remarkMissing', undefined, { field: 'remarks' })] : []),
  ];
}

/** A correction is asked for after the report was accepted, one at a time. */
export function correctionReasons(status: ReportStatus, waiting: boolean): Reason[] {
  return [
    ...(status === 'accepted' ? [] : [reason(`report.notLocked.${status}`)]),
    ...(waiting ? [reason('report.correctionWaiting')] : []),
  ];
}

export interface CorrectionAnswered {
  status: 'asked' | 'granted' | 'refused';
  askedBy: string;
  granted: boolean;
  note: string | null;
  reviewer: string;
  ofPrefecture: boolean;
  summedUp: boolean;
}

/** Granted or refused by somebody else than who asked; with the reason where it is refused. */
export function correctionAnswerReasons(asked: CorrectionAnswered): Reason[] {
  const { status, askedBy, granted, note, reviewer, ofPrefecture, summedUp } = asked;
  return [
    ...(status === 'asked' ? [] : [reason('report.correctionAnswered')]),
    ...(askedBy === reviewer ? [reason('report.correctionOwn')] : []),
    ...(summedUp && !ofPrefecture ? [reason('report.summedUp')] : []),
    ...(!granted && !note ? [reason('report.correctionNote', undefined, { field: 'note' })] : []),
  ];
}
