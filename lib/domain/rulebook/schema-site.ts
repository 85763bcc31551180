import { z } from 'zod';
import { clauseId } from './schema-parts';

const months = z.int().min(1).max(24);

/** A point that inspectors look at: of one item of the menu, or of every site (item null). */
const checkPoint = z.strictObject({
  code: z.string().regex(/^([BC]-[RI]\d{2}|S)-\d{2}$/),
  item: z
    .string()
    .regex(/^[BC]-[RI]\d{2}$/)
    .nullable(),
  kind: z.string().min(1),
  name: z.string().min(1),
  nameEn: z.string().min(1),
});
export type CheckPoint = z.infer<typeof checkPoint>;

/** What happens on site and how it is watched (domain.md §9). */
export const siteRulesSchema = z.strictObject({
  /** the pace of the last recentMonths reports says when a project will be complete; the slowest and the fastest of the last rangeMonths say how sure that is */
  forecast: z.strictObject({ recentMonths: months, rangeMonths: months, clause: clauseId }),
  checklists: z.strictObject({ clause: clauseId, points: z.array(checkPoint) }),
});

export type SiteRules = z.infer<typeof siteRulesSchema>;
