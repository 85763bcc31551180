import type { InspectionSheet } from '../inspections/answers';
import type { InspectionBody } from '../inspections/filled';
import { inspectionReasons } from '../inspections/rules';
import { inspectionInput } from '../inspections/schema';
import { type CalendarDate, calendarDateOf, compareDates, today } from '../kernel/calendar-date';
import { reasonsOf } from '../kernel/input';
import type { Reason } from '../kernel/result';
import type { ReportAnswer } from '../progress/answers';
import { keyOfPlanned, type ReportBody, type ReportValues, valuesOf } from '../progress/filled';
import { draftReasons, reportReasons } from '../progress/report';
import type { ReportMonth } from '../progress/report-month';
import { reportInput } from '../progress/schema';
import type { PlannedWork } from '../progress/types';
import type { Worded } from '../projects/choices';
import { isOlderThan } from './overlay';
import type { FieldRecord, ReportRecord } from './types';

/** The later of the day on which it was taken along and the device's: the server's day decides when it arrives. */
export const dayOnSite = (taken: string, now: Date): CalendarDate => {
  const [then, device] = [calendarDateOf(taken), today(now)];
  return compareDates(then, device) < 0 ? device : then;
};

/** What the server will say against this inspection, as far as it can be known here: by the same rules, over what was taken along. */
export function inspectionFaults(
  body: InspectionBody,
  sheet: InspectionSheet,
  kinds: readonly Worded[],
  now: Date,
): Reason[] {
  const read = inspectionInput.safeParse(body);
  if (!read.success) return reasonsOf(read.error);
  const { points, planned, compounds, parties, startOn } = sheet;
  return inspectionReasons(read.data, {
    ...{ kinds, points, planned, startOn: startOn === null ? null : calendarDateOf(startOn) },
    compounds: compounds.map(({ id, buildings }) => ({ id, buildings: buildings.map((one) => one.id) })),
    parties: parties.map(({ id }) => id),
    today: dayOnSite(sheet.today, now),
  });
}

/** Likewise of a report; whether it comes in its order is the server's to say. */
export function reportFaults(
  body: ReportBody,
  report: ReportAnswer,
  act: ReportRecord['act'],
  names: ReadonlyMap<string, string>,
  now: Date,
): Reason[] {
  const read = reportInput.safeParse(body);
  if (!read.success) return reasonsOf(read.error);
  const planned: PlannedWork[] = report.planned.map((one) => ({
    ...{ compoundId: one.compound.id, buildingId: one.building?.id ?? null, item: one.item },
    ...{ name: names.get(keyOfPlanned(one)) ?? one.item, cost: BigInt(one.weight) },
  }));
  if (act === 'save') return draftReasons(read.data, { planned });
  const month = report.month as ReportMonth;
  const { stage } = report.project;
  return reportReasons(
    { ...read.data, stage },
    {
      ...{ month, from: month, stage, planned, lacking: null, later: null, today: today(now) },
      last: new Map(report.planned.map((one) => [keyOfPlanned(one), one.last])),
      completed: new Set(report.planned.filter(({ completed }) => completed).map(keyOfPlanned)),
    },
  );
}

/** Where a month stands on this device. */
export interface MonthHere {
  report: ReportAnswer;
  /** begun, waiting, refused or in conflict here: it is gone on with, not begun anew */
  open: ReportRecord | null;
  /** with what it is begun: what was sent from here last is newer than what was taken along */
  values: ReportValues;
  version: number;
  /** it was sent from here since it was taken along, and is locked for now */
  sent: boolean;
}

/** What was sent from here: its pictures are the report's own now. */
const sentValues = ({ values, photos }: ReportRecord): ReportValues => ({
  ...values,
  photos: [...values.photos, ...photos.flatMap(({ fileId }) => fileId ?? [])],
});

export function monthsHere(
  reports: readonly ReportAnswer[],
  records: readonly FieldRecord[],
  taken: { id: string; askedAt: number },
): MonthHere[] {
  return reports.map((report) => {
    const mine = records.filter(
      (one): one is ReportRecord => one.kind === 'report' && one.projectId === taken.id && one.month === report.month,
    );
    const open = mine.find(({ state }) => state.is !== 'sent') ?? null;
    const last = mine
      .filter((one) => one.state.is === 'sent' && !isOlderThan(one, taken))
      .sort((a, b) => b.createdAt - a.createdAt)[0];
    const version = last?.state.is === 'sent' ? last.state.version : null;
    return {
      ...{ report, open, values: last ? sentValues(last) : valuesOf(report), version: version ?? report.version },
      sent: last?.act === 'submit',
    };
  });
}
