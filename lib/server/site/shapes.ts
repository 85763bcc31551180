import 'server-only';
import { z } from 'zod';
import { reportAnswer } from '@/lib/domain/progress/answers';
import { FINDING_STATUSES } from '@/lib/domain/projects/types';

const named = z.object({ id: z.uuid(), name: z.string() });
const day = z.string().nullable();
const worded = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });
const place = { compoundId: z.uuid().nullable(), buildingId: z.uuid().nullable() };

const sheet = z.object({
  compounds: z.array(named.extend({ buildings: z.array(named) })),
  planned: z.array(z.object({ ...place, compoundId: z.uuid(), item: z.string() })),
  parties: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string() })),
  points: z.array(worded.extend({ item: z.string().nullable(), kind: z.string() })),
  earlier: z
    .array(
      z.object({
        id: z.uuid(),
        ...place,
        check: z.string(),
        status: z.enum(FINDING_STATUSES),
        inspectedOn: z.string(),
        rectifiedOn: day,
        recheckedOn: day,
        repeatNo: z.int(),
      }),
    )
    .describe('以前发现的问题，用来判断再次发现和重复'),
  startOn: day.describe('施工合同的开始日期，检查不能早于它'),
  today: z.string(),
});

/** What the route of the site's package answers, for the OpenAPI document. */
export const SitePackageShape = z.object({
  project: z.object({ id: z.uuid(), code: z.string(), name: z.string(), stage: z.int(), status: z.string() }),
  menu: z.array(worded).describe('方案中的改造内容'),
  inspection: z
    .object({ sheet, kinds: z.array(worded) })
    .nullable()
    .describe('现场检查的要点和现场情况；本人不检查或现在不能检查的为空'),
  reports: z.array(reportAnswer).describe('本人可以填写的月报，最早的在前，最多三个月'),
});
