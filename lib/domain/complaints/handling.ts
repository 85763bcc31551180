import type { Role } from '../accounts/roles';
import { addDays, type CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import { isOpen } from './limit';
import type { AssigneeKind, CloseOutcome, Status } from './types';

/** A complaint as it stands, as far as its handling goes. */
export interface Handled {
  id: string;
  status: Status;
  projectId: string | null;
  assignedKind: AssigneeKind | null;
  assignedUnitId: string | null;
  answeredOn: CalendarDate | null;
  reopenedOn: CalendarDate | null;
}

const notNow = (status: Status): Reason[] => [reason(`complaint.notNow.${status}`)];
const ifOpen = ({ status }: Handled): Reason[] => (isOpen(status) ? [] : notNow(status));

export interface Assignee {
  to: AssigneeKind;
  unitId?: string | undefined;
}

/** Whom the county can assign to: units of its own, and whoever is named to the project. */
export interface AssigneeGround {
  units: readonly { id: string; kind: 'town' | 'community' }[];
  /** somebody of that role is named to the project */
  entity: boolean;
  supervisor: boolean;
}

const isUnit = (to: AssigneeKind): to is 'town' | 'community' => to === 'town' || to === 'community';

/** The county bureau says who looks into it: itself, a town or community of the county, or those named to its project. */
export function assignReasons(state: Handled, { to, unitId }: Assignee, ground: AssigneeGround): Reason[] {
  const known = ground.units.some(({ id, kind }) => id === unitId && kind === to);
  const isProject = to === 'entity' || to === 'supervisor';
  return [
    ...ifOpen(state),
    ...(isUnit(to) && !known ? [reason('complaint.unitUnknown', undefined, { field: 'unitId' })] : []),
    ...(!isUnit(to) && unitId !== undefined ? [reason('complaint.unitNotAsked', undefined, { field: 'unitId' })] : []),
    ...(isProject && state.projectId === null ? [reason('complaint.noProject', undefined, { field: 'to' })] : []),
    ...(isProject && state.projectId !== null && !ground[to as 'entity' | 'supervisor']
      ? [reason(`complaint.nobodyNamed.${to}`, undefined, { field: 'to' })]
      : []),
  ];
}

export interface Drafter {
  role: Role;
  subdistrictId: string | null;
  communityId: string | null;
}

/** It waits for this person's office (territory and projects are the wall's matter). */
export function isAssignedTo(
  { assignedKind, assignedUnitId }: Pick<Handled, 'assignedKind' | 'assignedUnitId'>,
  { role, subdistrictId, communityId }: Drafter,
): boolean {
  switch (assignedKind) {
    case 'bureau':
      return role === 'county_bureau';
    case 'town':
      return role === 'town' && assignedUnitId === subdistrictId;
    case 'community':
      return role === 'community' && assignedUnitId === communityId;
    case 'entity':
      return role === 'implementing_entity';
    case 'supervisor':
      return role === 'supervisor';
    case null:
      return false;
  }
}

/** The assigned office drafts; what the complainant is told, the county bureau says. */
export const draftReasons = (state: Handled, drafter: Drafter): Reason[] => [
  ...ifOpen(state),
  ...(isAssignedTo(state, drafter) ? [] : [reason('complaint.notAssigned')]),
];

export const answerReasons = (state: Handled): Reason[] => ifOpen(state);

/** Not taken up, with the reason; or passed on to whoever it belongs to. */
export const turnAwayReasons = (state: Handled): Reason[] => ifOpen(state);

/** Joined to the matter that it is about; that matter is still open, or has just been answered. */
export function mergeReasons(one: Handled, into: Handled | null): Reason[] {
  const field = 'intoId';
  if (into === null) return [reason('complaint.matterUnknown', undefined, { field })];
  return [
    ...ifOpen(one),
    ...(one.id === into.id ? [reason('complaint.itself', undefined, { field })] : []),
    ...(isOpen(into.status) || into.status === 'answered'
      ? []
      : [reason(`complaint.matterNotNow.${into.status}`, undefined, { field })]),
  ];
}

/** Joined by mistake: stands for itself again, while the matter is not over. */
export const separateReasons = (one: Handled, lead: Handled | null): Reason[] => [
  ...(one.status === 'merged' ? [] : [reason('complaint.notMerged')]),
  ...(lead && !isOpen(lead.status) ? [reason(`complaint.leadNotNow.${lead.status}`)] : []),
];

/** The last day on which a complainant may ask that it be looked at again. */
export const reopenUntil = (answeredOn: CalendarDate, reopenDays: number): CalendarDate =>
  addDays(answeredOn, reopenDays);

export function reopenReasons(state: Handled, today: CalendarDate, reopenDays: number): Reason[] {
  const { status, answeredOn, reopenedOn } = state;
  if (status !== 'answered' || answeredOn === null) return notNow(status);
  const until = reopenUntil(answeredOn, reopenDays);
  return [
    ...(reopenedOn === null ? [] : [reason('complaint.reopenedBefore', { found: reopenedOn })]),
    ...(today > until ? [reason('complaint.reopenOver', { expected: until })] : []),
  ];
}

/** Over when the complainant says so, or has said nothing while they could. One that may not be opened again need not wait. */
export function closeReasons(
  state: Handled,
  outcome: CloseOutcome,
  { today, reopenDays }: { today: CalendarDate; reopenDays: number },
): Reason[] {
  const { status, answeredOn, reopenedOn } = state;
  if (status !== 'answered' || answeredOn === null) return notNow(status);
  const until = reopenUntil(answeredOn, reopenDays);
  return outcome === 'quiet' && reopenedOn === null && today <= until
    ? [reason('complaint.mayStillReopen', { expected: until }, { field: 'outcome' })]
    : [];
}

export interface Received {
  subject: string;
  receivedOn: CalendarDate;
}

/** What the office enters: of a subject of the rule book, received on a day that has come. */
export function receiveReasons(
  { subject, receivedOn }: Received,
  { subjects, today }: { subjects: readonly { code: string }[]; today: CalendarDate },
): Reason[] {
  return [
    ...(subjects.some(({ code }) => code === subject)
      ? []
      : [reason('complaint.subjectUnknown', { found: subject }, { field: 'subject' })]),
    ...(receivedOn > today
      ? [reason('complaint.inFuture', { found: receivedOn, expected: today }, { field: 'receivedOn' })]
      : []),
  ];
}
