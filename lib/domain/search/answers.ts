import { z } from 'zod';

/** Groups in the order in which they are shown. */
export const SEARCH_GROUPS = ['pages', 'compounds', 'projects', 'papers', 'people'] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

export const SEARCH_KINDS = ['page', 'compound', 'project', 'paper', 'notice', 'batch', 'order', 'person'] as const;

/** Most of each group; the rest stands in the list that the group leads to. */
export const HITS_SHOWN = 6;

/** What is typed: shorter, nearly everything answers to it. */
export const searchQuery = z.strictObject({ q: z.string().trim().min(2).max(60) });

const hit = z.object({
  kind: z.enum(SEARCH_KINDS),
  id: z.string(),
  title: z.string(),
  /** The second line, in the reader's language: number, unit, stage … */
  note: z.string(),
  href: z.string(),
});
export type SearchHit = z.output<typeof hit>;

const group = z.object({
  group: z.enum(SEARCH_GROUPS),
  hits: z.array(hit),
  /** The list with the same words, where there is one and it holds more than is shown. */
  all: z.string().nullable(),
});
export type SearchFound = z.output<typeof group>;

export const searchAnswer = z.object({ groups: z.array(group) });
export type SearchAnswer = z.output<typeof searchAnswer>;
