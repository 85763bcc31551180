import 'server-only';
import { parseRulebook } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';

export interface RulebookVersion {
  id: string;
  code: string;
  version: string;
  title: string;
  effectiveFrom: string;
  hash: string;
  loadedAt: string;
  /** programme years that keep this version */
  years: number[];
  current: boolean;
}

type Row = Omit<RulebookVersion, 'loadedAt'> & { loadedAt: Date };

/** Every version that was loaded, with the years that use it; the current year's first. */
export async function rulebookVersions(tx: Tx, actor: Actor): Promise<RulebookVersion[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.code, r.version_name AS version, coalesce(r.content ->> 'title', r.code) AS title, r.effective_from::text AS "effectiveFrom",
      r.hash, r.loaded_at AS "loadedAt",
      coalesce(json_agg(y.year ORDER BY y.year) FILTER (WHERE y.id IS NOT NULL), '[]') AS years, coalesce(bool_or(y.current), false) AS current
    FROM rulebook_version r LEFT JOIN programme_year y ON y.rulebook_id = r.id AND y.prefecture_id = ${actor.prefectureId}::uuid
    GROUP BY r.id ORDER BY coalesce(bool_or(y.current), false) DESC, r.effective_from DESC, r.id DESC`;
  return rows.map((row) => ({ ...row, loadedAt: row.loadedAt.toISOString() }));
}

/** A stored version as it is read: parsed again, since what is stored is data. */
export async function rulebookContent(tx: Tx, id: string): Promise<Rulebook | undefined> {
  const found = await tx.rulebookVersion.findUnique({ where: { id }, select: { content: true } });
  if (!found) return undefined;
  const decision = parseRulebook(found.content);
  if (!decision.ok) throw new Error(`stored rule book ${id} refused: ${JSON.stringify(decision.reasons)}`);
  return decision.value;
}
