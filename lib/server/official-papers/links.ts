import 'server-only';
import { type PaperCode, paperKind } from '@/lib/domain/papers/official/register';
import type { FormatLink } from '@/lib/domain/papers/official/schema';
import { hrefOf, PAPER_FORMATS, type PaperPlace } from '@/lib/domain/papers/official/types';
import { RAISED } from '@/lib/domain/sharing/types';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';

export interface Payer {
  projectId: string;
  key: string;
  name: string;
}

/**
 * The parts of an agreed sheet that somebody besides the government is asked for (noticesOf in lib/domain/sharing); of households only where
 * the reader sees any, as for the notice itself.
 */
export const askedParts = (
  fiscal: readonly string[],
): Prisma.Sql => Prisma.sql`a.status = 'current' AND a.source <> ALL(${[...fiscal]}::text[])
  AND (a.source <> 'residents' OR (a.kind = ${RAISED} AND EXISTS (SELECT 1 FROM household h JOIN building b ON b.id = h.building_id
    WHERE h.compound_id = a.compound_id AND h.status = 'active' AND b.status = 'active')))`;

/** Whom the notices of these projects are for, each with the key that its file is asked by. */
export async function payersOf(
  reader: Reader,
  projects: readonly string[],
  fiscal: readonly string[],
): Promise<Payer[]> {
  if (projects.length === 0) return [];
  return reader.$queryRaw<Payer[]>`
    SELECT DISTINCT a.project_id AS "projectId", CASE a.source WHEN 'residents' THEN 'residents/' || a.compound_id ELSE a.source || '/' || coalesce(a.payer, '') END AS key,
      CASE a.source WHEN 'residents' THEN c.name || '业主' ELSE coalesce(a.payer, '') END AS name
    FROM agreed_share a JOIN compound c ON c.id = a.compound_id WHERE a.project_id = ANY(${[...projects]}::uuid[]) AND ${askedParts(fiscal)} ORDER BY 1, 2`;
}

/** Links to the files and the page to print; a payment notice has a file for each payer. */
export function formatsOf(kind: PaperCode, place: PaperPlace, payers: readonly Payer[]): FormatLink[] {
  const { formats } = paperKind(kind);
  return PAPER_FORMATS.flatMap((format): FormatLink[] => {
    const pattern = formats[format];
    if (!pattern) return [];
    if (!pattern.includes('[payer]')) return [{ format, href: hrefOf(pattern, place), payer: null }];
    return payers
      .filter(({ projectId }) => projectId === place.id)
      .map(({ key, name }) => ({ format, href: hrefOf(pattern, { ...place, payer: key }), payer: name }));
  });
}

export const recordOf = (kind: PaperCode, place: PaperPlace): string => hrefOf(paperKind(kind).record, place);
