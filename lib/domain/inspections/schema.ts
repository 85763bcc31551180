import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { FINDING_GRADES } from '../projects/types';
import { CHECK_RESULTS, INSPECTION_LEVELS } from './types';

const day = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);
const kind = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);
const point = z.string().regex(/^([BC]-[RI]\d{2}|S)-\d{2}$/);
const stopNo = textField(80);

/** As the device says it, in millionths of a degree and metres: kept and shown as stated, nothing is decided by it. */
const position = z.strictObject({
  latitudeE6: z.int().min(-90_000_000).max(90_000_000),
  longitudeE6: z.int().min(-180_000_000).max(180_000_000),
  accuracyM: z.int().min(0).max(1_000_000),
});

const found = z.strictObject({
  grade: z.enum(FINDING_GRADES),
  place: textField(100),
  content: textField(500),
  limitOn: day,
  /** one of the project's parties, or who else it is */
  partyId: idField.optional(),
  responsible: textField(100).optional(),
  photoFileId: idField.optional(),
});

/**
 * One inspection with all that was found, as one act. It carries everything: a phone without a network keeps it as it is and sends it later,
 * once its photos are kept (POST /files) and their ids stand in it.
 */
export const inspectionInput = z.strictObject({
  kinds: z.array(kind).min(1).max(5),
  compoundId: idField.optional(),
  buildingId: idField.optional(),
  inspectedOn: day,
  participants: textField(200).optional(),
  summary: textField(500).optional(),
  deviceAt: z.iso.datetime({ offset: true }).optional(),
  position: position.optional(),
  photoFileIds: z.array(idField).max(20).default([]),
  checks: z
    .array(
      z.strictObject({
        code: point,
        result: z.enum(CHECK_RESULTS),
        note: textField(200).optional(),
        finding: found.optional(),
      }),
    )
    .min(1, { error: 'inspection.nothingChecked' })
    .max(300),
  /** 停工通知 issued on the spot: it names all that was found, in the whole project or in the inspected compound */
  stopWork: z
    .strictObject({
      no: stopNo,
      reason: textField(500),
      scope: z.enum(['project', 'compound']),
      fileId: idField.optional(),
    })
    .optional(),
});
export type InspectionInput = z.output<typeof inspectionInput>;
export type FoundInput = z.output<typeof found>;

export const stopWorkInput = z.strictObject({
  no: stopNo,
  issuedOn: day,
  reason: textField(500),
  /** absent: the whole project */
  compoundId: idField.optional(),
  findingIds: z.array(idField).min(1).max(100),
  fileId: idField.optional(),
});
export type StopWorkInput = z.output<typeof stopWorkInput>;

export const liftInput = z.strictObject({ liftedOn: day, reason: textField(500), fileId: idField });
export type LiftInput = z.output<typeof liftInput>;

/** What of an inspection, and of a finding, a file of them shows. */
export const INSPECTION_COLUMNS = ['project', 'county', 'day', 'level', 'place', 'kinds', 'result', 'open'] as const;
export type InspectionColumn = (typeof INSPECTION_COLUMNS)[number];
export const FOUND_COLUMNS = ['project', 'county', 'place', 'kind', 'content', 'limit', 'status', 'right'] as const;
export type FoundColumn = (typeof FOUND_COLUMNS)[number];

export const INSPECTION_PAGE = 50;
export const inspectionListQuery = z.strictObject({
  county: idField.optional(),
  project: idField.optional(),
  kind: kind.optional().describe('检查类别'),
  level: z.enum(INSPECTION_LEVELS).optional().describe('检查层级'),
  open: z.enum(['yes']).optional().describe('yes：只列还有未销号问题的'),
  from: day.optional(),
  to: day.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(INSPECTION_PAGE),
});
export type InspectionListQuery = z.output<typeof inspectionListQuery>;
