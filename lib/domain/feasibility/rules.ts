import type { Role } from '../accounts/roles';
import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';

export const FEASIBILITY_STATUSES = ['draft', 'consented', 'approved'] as const;
export type FeasibilityStatus = (typeof FEASIBILITY_STATUSES)[number];

const clause = 'P三(三)2/清单';

/** Who approves is data of the unit: { feasibility: … }. */
export interface Approvers {
  county: string;
  /** the body named for the unit, or null where none is */
  named: string | null;
}

export interface Approver {
  body: string;
  /** who records it: the 发改局 itself, or the county bureau for a body that has no accounts of its own (楚雄高新区) */
  recordedBy: Extract<Role, 'county_drc' | 'county_bureau'>;
}

const isDrc = (body: string): boolean => /发展(和|与)?改革|发改/.test(body);

/** P三(三)2: 由县市发改局审批. Where another body is named for the unit, that one approves and the bureau records it. */
export function approverOf({ county, named }: Approvers): Approver {
  const body = named || `${county}发展和改革局`;
  return { body, recordedBy: isDrc(body) ? 'county_drc' : 'county_bureau' };
}

export interface ReportFacts {
  status: FeasibilityStatus;
  hasFile: boolean;
  projects: number;
  investment: bigint;
  consentOn: CalendarDate | null;
}

/** What was approved stays. A change to what the government consented to makes it a draft again, to be consented to anew. */
export const againstEditing = ({ status }: Pick<ReportFacts, 'status'>): Reason[] =>
  status === 'approved' ? [reason('feasibility.approved', undefined, { clause })] : [];

const inFuture = (on: CalendarDate, today: CalendarDate): Reason[] =>
  on > today ? [reason('feasibility.documentInFuture', { found: on, expected: today }, { field: 'documentOn' })] : [];

/** 报经县市人民政府同意: of a report that is there, about projects, with its sum. */
export function againstConsent(report: ReportFacts, on: CalendarDate, today: CalendarDate): Reason[] {
  const reasons = againstEditing(report);
  if (report.status === 'consented') reasons.push(reason('feasibility.consented', undefined, { clause }));
  if (!report.hasFile) reasons.push(reason('feasibility.fileMissing', undefined, { clause }));
  if (report.projects === 0) reasons.push(reason('feasibility.noProjects', undefined, { clause }));
  if (report.investment <= 0n) reasons.push(reason('feasibility.noInvestment', undefined, { clause }));
  return [...reasons, ...inFuture(on, today)];
}

/** 由县市发改局审批: after the government's consent, and not before its day. */
export function againstApproval(
  report: ReportFacts,
  { recordedBy, body }: Approver,
  role: Role,
  on: CalendarDate,
  today: CalendarDate,
): Reason[] {
  const reasons: Reason[] = [];
  if (role !== recordedBy)
    reasons.push(
      recordedBy === 'county_drc'
        ? reason('feasibility.drcApproves', { expected: body }, { clause })
        : reason('feasibility.bureauRecords', { expected: body }, { clause }),
    );
  if (report.status === 'draft') reasons.push(reason('feasibility.notConsented', undefined, { clause }));
  if (report.status === 'approved') reasons.push(reason('feasibility.approved', undefined, { clause }));
  if (report.consentOn && on < report.consentOn)
    reasons.push(
      reason('feasibility.approvedBeforeConsent', { found: on, expected: report.consentOn }, { field: 'documentOn' }),
    );
  return [...reasons, ...inFuture(on, today)];
}

export interface CoveredProject {
  id: string;
  name: string;
  status: string;
  year: number;
  /** the report that covers it now */
  report: { id: string; no: number; status: FeasibilityStatus } | null;
}

/** Which projects a report may cover: of its year, under way, in no other report that has gone further than this one. */
export function projectReasons(reportId: string | null, year: number, projects: readonly CoveredProject[]): Reason[] {
  return projects.flatMap(({ name, status, year: itsYear, report }) => {
    const at = { field: 'projectIds' };
    if (itsYear !== year)
      return [reason('feasibility.projectOfOtherYear', { name, found: itsYear, expected: year }, at)];
    if (status === 'withdrawn') return [reason('feasibility.projectWithdrawn', { name }, at)];
    if (report && report.id !== reportId) return [reason('feasibility.projectCovered', { name, found: report.no }, at)];
    return [];
  });
}

/** What the projects cost beside what the report says: the estimate where there is one, else the plan. */
export const countedCost = ({ estimate, planCost }: { estimate: bigint | null; planCost: bigint }): bigint =>
  estimate ?? planCost;
