import { z } from 'zod';
import { newsRulesSchema } from './schema-news';
import { clauseId } from './schema-parts';

const months = z.int().min(1).max(24);

/** What happens on site and how it is watched (domain.md §9). */
export const siteRulesSchema = z.strictObject({
  /** the pace of the last recentMonths reports says when a project will be complete; the slowest and the fastest of the last rangeMonths say how sure that is */
  forecast: z.strictObject({ recentMonths: months, rangeMonths: months, clause: clauseId }),
  news: newsRulesSchema,
  /** what a red light tells of, besides a missed date */
  redLight: z.strictObject({ clause: clauseId }),
});

export type SiteRules = z.infer<typeof siteRulesSchema>;
