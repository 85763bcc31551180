import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { HaveView } from '@/lib/domain/plans/answers';
import type { HaveInput } from '@/lib/domain/plans/schema';
import { haveReasons } from '@/lib/domain/plans/standing';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { instant } from '@/lib/server/votes/rows';
import { planScope } from './scope';

/** 六有 of a compound: every one of the rule book, attested or not yet; null for a compound that is not there. */
export async function havesOf(reader: Reader, actor: Actor, compoundId: string): Promise<HaveView[] | null> {
  const [row] = await reader.$queryRaw<{ haves: Omit<HaveView, 'name' | 'nameEn'>[] }[]>(Prisma.sql`
    SELECT coalesce((SELECT json_agg(json_build_object('code', h.have, 'attested', h.attested, 'note', h.note, 'photoFileId', h.photo_file_id, 'by', anju_name_of(h.attested_by),
      'at', ${instant('h.attested_at')})) FROM compound_have h WHERE h.compound_id = c.id), '[]') AS haves
    FROM compound c WHERE c.id = ${compoundId}::uuid AND ${planScope(actor, 'c')}`);
  if (!row) return null;
  const { rulebook } = await rulebookInForce(reader);
  const nothing = { attested: null, note: null, photoFileId: null, by: null, at: null };
  return rulebook.sixHaves.map(({ code, name, nameEn }) => {
    const found = row.haves.find((have) => have.code === code);
    return { ...(found ?? { code, ...nothing }), name, nameEn };
  });
}

/** Culture and relations can't be derived from items: people attest them, with a photo. */
export async function attestHave(
  tx: Tx,
  actor: Actor,
  compoundId: string,
  have: string,
  input: HaveInput,
): Promise<Answer<{ items: HaveView[] }>> {
  const { rulebook } = await rulebookInForce(tx);
  const [compound] = await tx.$queryRaw<{ status: string; name: string }[]>`
    SELECT status, name FROM compound WHERE id = ${compoundId}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[]) FOR NO KEY UPDATE`;
  if (!compound || !rulebook.sixHaves.some(({ code }) => code === have)) return notFound();
  const reasons = haveReasons(compound, input);
  if (reasons.length > 0) return refused(reasons);
  if (input.photoFileId) {
    const taken = await tx.$executeRaw`
      UPDATE stored_file f SET county_id = c.county_id, subdistrict_id = c.subdistrict_id, community_id = c.community_id FROM compound c
      WHERE f.id = ${input.photoFileId}::uuid AND c.id = ${compoundId}::uuid AND f.purpose = 'photo' AND f.media_type LIKE 'image/%'`;
    if (taken === 0) return refused([reason('plan.photoUnknown', undefined, { field: 'photoFileId' })]);
  }
  await tx.$executeRaw`
    INSERT INTO compound_have (compound_id, have, county_id, attested, note, photo_file_id, attested_by)
    SELECT id, ${have}, county_id, ${input.attested}, ${input.note}, ${input.photoFileId}::uuid, ${actor.accountId}::uuid FROM compound WHERE id = ${compoundId}::uuid
    ON CONFLICT (compound_id, have) DO UPDATE SET attested = EXCLUDED.attested, note = EXCLUDED.note, photo_file_id = EXCLUDED.photo_file_id, attested_by = EXCLUDED.attested_by, attested_at = anju_now()`;
  const items = await havesOf(tx, actor, compoundId);
  return items ? done({ items }) : notFound();
}
