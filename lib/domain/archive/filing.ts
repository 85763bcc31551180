import type { Role } from '../accounts/roles';
import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import type { PaperKind, Workflow } from '../rulebook/schema-workflow';

/** Whose offices a project's own papers come from; the prefecture bureau files what it issues itself. */
const OF_PROJECTS: readonly Role[] = ['county_bureau', 'implementing_entity', 'town', 'community'];

/** Roles that may file a paper of this kind: those of the step that it is for, else whoever works on the project. */
export function filersOf({ stages }: Workflow, kind: string): readonly string[] {
  const step = stages.flatMap(({ steps }) => steps).find(({ paper }) => paper === kind);
  return step?.by ?? OF_PROJECTS;
}

/** `roles`: those that the person has on this project (rolesOn). */
export const mayFile = (workflow: Workflow, kind: string, roles: readonly Role[]): boolean =>
  filersOf(workflow, kind).some((role) => roles.includes(role as Role));

export interface Filing {
  kind: PaperKind;
  filers: boolean;
  projectStatus: string;
  stageCompleted: boolean;
  /** a current paper of the kind is there, and this one takes its place */
  supersedes: boolean;
  documentNo: string | null;
  issuedOn: CalendarDate | null;
  issuer: string | null;
  note: string | null;
  today: CalendarDate;
  /** the file stands with another project already */
  fileOfOther: boolean;
  /** the compound it is said to be about is one of the project's, or none is named */
  compoundOfProject: boolean;
}

/** Everything that stands against filing this paper. */
export function filingReasons(facts: Filing): Reason[] {
  const { kind } = facts;
  const at = { clause: kind.clause };
  const reasons: Reason[] = [];
  if (facts.projectStatus === 'withdrawn') reasons.push(reason('archive.projectWithdrawn'));
  if (!facts.filers) reasons.push(reason('archive.notYours', { paper: kind.name }, { ...at, field: 'kind' }));
  if (kind.numbered) {
    if (!facts.documentNo)
      reasons.push(reason('archive.noNumber', { paper: kind.name }, { ...at, field: 'documentNo' }));
    if (!facts.issuedOn) reasons.push(reason('archive.noDate', { paper: kind.name }, { ...at, field: 'issuedOn' }));
    if (!facts.issuer) reasons.push(reason('archive.noIssuer', { paper: kind.name }, { ...at, field: 'issuer' }));
  }
  if (facts.issuedOn !== null && facts.issuedOn > facts.today)
    reasons.push(reason('archive.dateInFuture', { found: facts.issuedOn, today: facts.today }, { field: 'issuedOn' }));
  if (facts.fileOfOther) reasons.push(reason('archive.fileOfOther', undefined, { field: 'fileId' }));
  if (!facts.compoundOfProject) reasons.push(reason('archive.compoundOfOther', undefined, { field: 'compoundId' }));
  if (facts.supersedes && facts.stageCompleted && !facts.note)
    reasons.push(reason('archive.whyLater', { stage: kind.stage }, { field: 'note' }));
  return reasons;
}

interface Withdrawal {
  kind: PaperKind;
  status: string;
  filers: boolean;
  projectStatus: string;
  stageCompleted: boolean;
}

/** What a completed stage rests on is taken back with the stage, not behind it. */
export function withdrawalReasons(facts: Withdrawal): Reason[] {
  const { kind } = facts;
  const reasons: Reason[] = [];
  if (facts.status !== 'current') reasons.push(reason('archive.notCurrent'));
  if (facts.projectStatus === 'withdrawn') reasons.push(reason('archive.projectWithdrawn'));
  if (!facts.filers) reasons.push(reason('archive.notYours', { paper: kind.name }, { clause: kind.clause }));
  if (facts.stageCompleted) reasons.push(reason('archive.stageCompleted', { stage: kind.stage }));
  return reasons;
}
