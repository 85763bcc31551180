import { z } from 'zod';

const areaText = z
  .string()
  .regex(/^\d+\.\d{2}$/)
  .describe('平方米，两位小数');

const figures = z.object({
  compounds: z.int(),
  buildings: z.int(),
  households: z.int(),
  floorArea: areaText,
});
const byOutcome = z.object({ all: figures, eligible: figures, ineligible: figures, incomplete: figures });
const ranked = z.object({ code: z.string(), compounds: z.int(), households: z.int() });
const registerFigures = figures.omit({ compounds: true });

export const registerGapSchema = z.object({
  compounds: z.int(),
  registeredCompounds: z.int().describe('已录入住户名册的小区'),
  differing: z.int().describe('申报数与名册数不一致的小区'),
  both: z.object({ buildings: z.int(), households: z.int(), floorArea: z.int() }).describe('两边都有数的小区数'),
  stated: registerFigures,
  registered: registerFigures,
});

export const surveyDashboardSchema = z.object({
  asOf: z.iso.datetime().describe('数据时刻'),
  /** set when these are the frozen figures of an old year */
  frozen: z.object({ campaignId: z.uuid(), name: z.string(), baselineOn: z.iso.date() }).nullable(),
  unit: z.object({
    id: z.uuid(),
    name: z.string(),
    nameEn: z.string().nullable(),
    level: z.enum(['prefecture', 'county', 'subdistrict', 'community']),
  }),
  by: z.enum(['county', 'subdistrict', 'community']).nullable(),
  totals: byOutcome,
  ready: z.int().describe('资料齐全的小区'),
  units: z.array(
    byOutcome.extend({
      unitId: z.uuid().nullable(),
      code: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      ready: z.int(),
    }),
  ),
  decades: z.array(byOutcome.extend({ key: z.string() })),
  facilities: z.array(z.object({ key: z.string(), good: z.int(), poor: z.int(), missing: z.int() })),
  reasons: z.object({ ineligible: z.array(ranked), incomplete: z.array(ranked) }),
  missing: z.array(ranked),
  ownership: z.array(byOutcome.extend({ key: z.string() })),
  register: registerGapSchema.nullable(),
});

export const surveyQuerySchema = z.strictObject({
  county: z.uuid().optional().describe('县市；州级人员不填时为全州'),
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .optional()
    .describe('项目年度；总量已锁定的年度按锁定时的数据和单位名称'),
});

export type RegisterGap = z.infer<typeof registerGapSchema>;
export type SurveyDashboard = z.infer<typeof surveyDashboardSchema>;
export type ByOutcome = z.infer<typeof byOutcome>;
export type RankedReason = z.infer<typeof ranked>;
