import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import type { FindingStatus } from './types';

export interface NewFinding {
  kind: string;
  item?: string | undefined;
  compoundId?: string | undefined;
  inspectedOn: CalendarDate;
  limitOn: CalendarDate;
}

/** What a finding may speak of: kinds and items of the rule book, compounds of the project. */
export interface FindingGround {
  kinds: readonly { code: string }[];
  menu: readonly { code: string }[];
  compounds: readonly string[];
  today: CalendarDate;
}

/** What was found, on a day that has come, to be put right on that day or later; of an item and a compound of the project, where it names them. */
export function findingReasons(finding: NewFinding, { kinds, menu, compounds, today }: FindingGround): Reason[] {
  const { kind, item, compoundId, inspectedOn, limitOn } = finding;
  return [
    ...(kinds.some(({ code }) => code === kind)
      ? []
      : [reason('finding.kindUnknown', { found: kind }, { field: 'kind' })]),
    ...(inspectedOn > today
      ? [reason('finding.inFuture', { found: inspectedOn, expected: today }, { field: 'inspectedOn' })]
      : []),
    ...(limitOn < inspectedOn
      ? [reason('finding.limitBeforeInspection', { found: limitOn, expected: inspectedOn }, { field: 'limitOn' })]
      : []),
    ...(compoundId !== undefined && !compounds.includes(compoundId)
      ? [reason('finding.otherCompound', undefined, { field: 'compoundId' })]
      : []),
    ...(item !== undefined && !menu.some(({ code }) => code === item)
      ? [reason('finding.itemUnknown', { found: item }, { field: 'item' })]
      : []),
  ];
}

export interface FindingState {
  status: FindingStatus;
  inspectedOn: CalendarDate;
  rectifiedOn: CalendarDate | null;
  rectifiedBy: string | null;
}

export function rectifyReasons(state: FindingState, rectifiedOn: CalendarDate, today: CalendarDate): Reason[] {
  const field = 'rectifiedOn';
  return [
    ...(state.status === 'open' ? [] : [reason(`finding.notOpen.${state.status}`)]),
    ...(rectifiedOn < state.inspectedOn
      ? [reason('finding.rectifiedBeforeInspection', { found: rectifiedOn, expected: state.inspectedOn }, { field })]
      : []),
    ...(rectifiedOn > today ? [reason('finding.inFuture', { found: rectifiedOn, expected: today }, { field })] : []),
  ];
}

export interface Recheck {
  passed: boolean;
  recheckedOn: CalendarDate;
  note: string | null;
  account: string;
}

/** A second account looks again; what is not right is open once more, with what was said about it. */
export function recheckReasons(state: FindingState, recheck: Recheck, today: CalendarDate): Reason[] {
  const { recheckedOn, passed, note, account } = recheck;
  const field = 'recheckedOn';
  return [
    ...(state.status === 'rectified' ? [] : [reason(`finding.notRectified.${state.status}`)]),
    ...(state.status === 'rectified' && state.rectifiedBy === account ? [reason('finding.recheckedByRectifier')] : []),
    ...(state.rectifiedOn && recheckedOn < state.rectifiedOn
      ? [reason('finding.recheckedEarly', { found: recheckedOn, expected: state.rectifiedOn }, { field })]
      : []),
    ...(recheckedOn > today ? [reason('finding.inFuture', { found: recheckedOn, expected: today }, { field })] : []),
    ...(!passed && !note ? [reason('finding.recheckNote', undefined, { field: 'note' })] : []),
  ];
}
