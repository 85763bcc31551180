import 'server-only';
import { z } from 'zod';
import { CHECK_RESULTS, INSPECTION_LEVELS, SIGHTINGS } from '@/lib/domain/inspections/types';

/** What the routes of inspections answer, for the OpenAPI document. */
const named = z.object({ id: z.uuid(), name: z.string() });
const text = z.string().nullable();
const file = z.uuid().nullable();

export const inspectionParams = z.strictObject({ id: z.uuid() });
export const stopWorkParams = z.strictObject({ id: z.uuid(), stopWorkId: z.uuid() });

const row = {
  id: z.uuid(),
  project: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  county: named,
  compound: named.nullable(),
  building: named.nullable(),
  kinds: z.array(z.string()),
  level: z.enum(INSPECTION_LEVELS),
  inspectedOn: z.string(),
  inspector: z.string(),
  passed: z.int(),
  failed: z.int(),
  findingsOpen: z.int(),
  photos: z.int(),
  stopWork: text.meta({ description: '当场下发的停工通知文号' }),
  deviceAt: text.meta({ description: '设备自报的时间，未经核实' }),
  position: z
    .object({ latitudeE6: z.int(), longitudeE6: z.int(), accuracyM: z.int() })
    .nullable()
    .meta({ description: '设备自报的位置（百万分之一度、米），未经核实' }),
  receivedAt: z.string().meta({ description: '服务器收到的时间' }),
};

export const InspectionListShape = z.object({
  items: z.array(z.object(row)),
  total: z.int(),
  page: z.int(),
  limit: z.int(),
});

export const InspectionShape = z.object({
  ...row,
  participants: text,
  summary: text,
  checks: z.array(
    z.object({
      code: z.string(),
      kind: z.string(),
      item: text,
      result: z.enum(CHECK_RESULTS),
      note: text,
      photoFileId: file,
      sighting: z.enum(SIGHTINGS).nullable(),
      finding: z
        .object({
          ...{ id: z.uuid(), grade: z.string(), status: z.string(), content: z.string(), limitOn: z.string() },
          repeatNo: z.int(),
        })
        .nullable(),
    }),
  ),
  photoFileIds: z.array(z.uuid()),
  stopNote: z.object({ id: z.uuid(), lifted: z.boolean() }).nullable().describe('当场下发的停工通知'),
});

export const StopWorkShape = z.object({
  id: z.uuid(),
  no: z.string(),
  level: z.enum(INSPECTION_LEVELS),
  compound: named.nullable(),
  reason: z.string(),
  issuedOn: z.string(),
  issuedBy: z.string(),
  inspectionId: z.uuid().nullable(),
  fileId: file,
  findings: z.array(z.object({ id: z.uuid(), content: z.string(), status: z.string() })),
  liftedOn: text,
  liftReason: text,
  liftFileId: file,
  version: z.int(),
});
