import type { Permission } from '../accounts/permissions';
import { type Asking, may } from '../accounts/scopes';
import { type Reason, reason } from '../kernel/result';
import type { ExportKind, ExportRequest } from './schema';

/** Why an unmasked copy is taken must be said in at least so many characters. */
export const EXPORT_REASON_MIN = 4;
/** A copy that somebody made for herself is no record: it lies ready for a week. */
export const EXPORT_DAYS = 7;
/** So many may wait or run for one person. */
export const EXPORTS_AT_ONCE = 5;

/** Who may read what is shown may take it away. */
const READS: Record<ExportKind, Permission> = {
  survey: 'register.read',
  'survey-template': 'register.read',
  'compounds-list': 'compound.read',
  'projects-list': 'project.read',
  'fund-entries': 'fund.read',
  'news-list': 'news.read',
  'complaints-list': 'complaint.read',
  'inspections-list': 'project.read',
  'findings-list': 'project.read',
};

const length = (text: string | null) => [...(text ?? '')].length;

/** What is wrong with the request itself, whoever asks. `county`: the one that it would be of. */
export function requestReasons(request: ExportRequest, county: string | null): Reason[] {
  const survey = request.kind === 'survey' || request.kind === 'survey-template';
  const reasons: Reason[] = [];
  if (survey && county === null) reasons.push(reason('export.countyNeeded', undefined, { field: 'county' }));
  if (survey && request.format !== 'xlsx') reasons.push(reason('export.xlsxOnly', undefined, { field: 'format' }));
  if (survey && (request.query || request.columns))
    reasons.push(reason('export.queryOfListOnly', undefined, { field: 'query' }));
  if (request.unmasked && request.kind !== 'survey')
    reasons.push(reason('export.noPersonalData', undefined, { field: 'unmasked' }));
  if (request.unmasked && length(request.reason) < EXPORT_REASON_MIN)
    reasons.push(reason('personal.reasonTooShort', { expected: EXPORT_REASON_MIN }, { field: 'reason' }));
  return reasons;
}

export interface Right extends Asking {
  counties: readonly string[];
}

/** What this person may not take; asked when the export is asked for, when it is made, and when it is fetched. */
export function rightReasons(
  right: Right,
  asked: { kind: ExportKind; county: string | null; unmasked: boolean },
): Reason[] {
  const reasons: Reason[] = [];
  if (!may(right, 'export.run') || !may(right, READS[asked.kind])) reasons.push(reason('export.notAllowed'));
  if (asked.unmasked && !may(right, 'export.unmasked')) reasons.push(reason('export.unmaskedNotAllowed'));
  if (asked.county !== null && !right.counties.includes(asked.county)) reasons.push(reason('export.otherCounty'));
  return reasons;
}
