import { z } from 'zod';
import { newsRulesSchema } from './schema-news';
import { bilingual, clauseId } from './schema-parts';

const months = z.int().min(1).max(24);
const code = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);

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
  news: newsRulesSchema,
  /** what a red light tells of, besides a missed date */
  redLight: z.strictObject({ clause: clauseId }),
  /** what residents write about; the reply limit itself is complaints.replyDays */
  complaints: z.strictObject({
    subjects: z.array(z.strictObject({ code, ...bilingual })).min(1),
    reopenDays: z.int().min(1).max(365),
    soonDays: z.int().min(0).max(60),
    clause: clauseId,
  }),
  /** the answers of a household, which of them count as satisfied, how many must have answered before anything is shown, and from which stage it is asked */
  satisfaction: z.strictObject({
    answers: z.array(z.strictObject({ code, ...bilingual, counts: z.boolean() })).min(2),
    leastAnswers: z.int().min(2).max(100),
    fromStage: z.int().min(1).max(10),
    clause: clauseId,
  }),
  checklists: z.strictObject({ clause: clauseId, points: z.array(checkPoint) }),
});

export type SiteRules = z.infer<typeof siteRulesSchema>;
