import { z } from 'zod';
import { bilingual, clauseId } from './schema-parts';

const code = z.string().regex(/^[a-z][A-Za-z]{0,30}$/);
/** Lowest first. */
export const NEWS_LEVELS = ['county', 'prefecture', 'province', 'nation'] as const;
/** What a kind wants to know besides: where it appeared; which document praises; where the meeting was and how many came. */
export const NEWS_ASKS = ['medium', 'document', 'meeting'] as const;

const level = z.enum(NEWS_LEVELS);
const word = z.strictObject({ code, ...bilingual, clause: clauseId });

/** News that counties file, and what of it the criteria of the scorecard count. */
export const newsRulesSchema = z
  .strictObject({
    levels: z.array(word.extend({ code: level })).length(NEWS_LEVELS.length),
    media: z.array(word).min(1),
    kinds: z.array(word.extend({ asks: z.array(z.enum(NEWS_ASKS)), levels: z.array(level).min(1) })).min(1),
    criteria: z.array(
      z.strictObject({
        /** of the scorecard */
        code: z.string().min(1),
        ...bilingual,
        atLeast: z.int().min(1),
        clause: clauseId,
        counts: z.array(z.strictObject({ kinds: z.array(code).min(1), from: level })).min(1),
      }),
    ),
    /** which days belong to a year */
    clause: clauseId,
  })
  .refine(
    ({ kinds, criteria }) => {
      const known = new Set(kinds.map((one) => one.code));
      const named = criteria.flatMap(({ counts }) => counts.flatMap((one) => one.kinds));
      return known.size === kinds.length && named.every((one) => known.has(one));
    },
    { error: 'a criterion counts a kind that is not there, or a kind stands twice' },
  );

export type NewsRules = z.infer<typeof newsRulesSchema>;
export type NewsLevel = (typeof NEWS_LEVELS)[number];
