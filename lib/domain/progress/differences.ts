import { type Place, placeKey } from '../projects/completions';
import type { ReportContent } from './types';

export const PLAIN_FIELDS = ['stage', 'investment', 'people', 'problems'] as const;
export type PlainField = (typeof PLAIN_FIELDS)[number];

/** What a reviewer has to look at: what is said otherwise than in the last accepted report. */
export interface ReportDifferences {
  fields: { field: PlainField; before: string | null; after: string | null }[];
  items: { place: Place; before: number | null; after: number; backReason: string | null }[];
  /** pictures that were not there before */
  photos: string[];
}

const shown = (content: ReportContent | null, field: PlainField): string | null =>
  content === null || content[field] === null ? null : String(content[field]);

/** `before` null: there is no accepted report yet, and all of it is new. Money in fen, as text. */
export function reportDifferences(before: ReportContent | null, after: ReportContent): ReportDifferences {
  const was = new Map(before?.items.map((one) => [placeKey(one), one.percent]));
  const known = new Set(before?.photos);
  return {
    fields: PLAIN_FIELDS.map((field) => ({ field, before: shown(before, field), after: shown(after, field) })).filter(
      (one) => one.before !== one.after,
    ),
    items: after.items.flatMap((one) => {
      const { compoundId, buildingId, item, percent, backReason } = one;
      const last = was.get(placeKey(one)) ?? null;
      return last === percent || (last === null && percent === 0)
        ? []
        : [{ place: { compoundId, buildingId, item }, before: last, after: percent, backReason }];
    }),
    photos: after.photos.filter((id) => !known.has(id)),
  };
}
