import 'server-only';
import { againstGroup, type LeadingGroupAnswer, type LeadingGroupCreate } from '@/lib/domain/leading-groups/schema';
import type { Actor } from '@/lib/server/actor';
import { attached, todayOf } from '@/lib/server/annual/year';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';
import { instant } from '@/lib/server/votes/rows';

/** 领导小组 of the counties that this person sees, with those that stood before, the latest first. */
export async function leadingGroups(reader: Reader, actor: Actor, county?: string): Promise<LeadingGroupAnswer[]> {
  return reader.$queryRaw<LeadingGroupAnswer[]>`
    SELECT g.id, ${namedUnit()} AS county, g.document_no AS "documentNo", g.document_on::text AS "documentOn",
      CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END AS file, g.head, g.head_post AS "headPost", g.members,
      ${instant('g.ended_at')} AS "endedAt", ${instant('g.created_at')} AS "createdAt"
    FROM leading_group g JOIN unit u ON u.id = g.county_id LEFT JOIN stored_file f ON f.id = g.file_id
    WHERE g.county_id = ANY(${[...actor.counties]}::uuid[]) AND (${county ?? null}::uuid IS NULL OR g.county_id = ${county ?? null}::uuid)
    ORDER BY u.sort_order, u.code, g.ended_at DESC NULLS FIRST, g.document_on DESC LIMIT 300`;
}

/** P四(一)1. The former one ends as this one begins. */
export async function createGroup(
  tx: Tx,
  actor: Actor,
  input: LeadingGroupCreate,
): Promise<Answer<LeadingGroupAnswer>> {
  const countyId = actor.countyId ?? '';
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('leading group ' || ${countyId}, 0))::text`;
  const file = input.fileId ? await attached(tx, input.fileId) : null;
  if (input.fileId && !file) return notFound();
  const former = await leadingGroups(tx, actor, countyId);
  const reasons = againstGroup(input, former, await todayOf(tx));
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`UPDATE leading_group SET ended_at = anju_now(), version = version + 1 WHERE county_id = ${countyId}::uuid AND ended_at IS NULL`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO leading_group (county_id, document_no, document_on, file_id, head, head_post, members, created_by)
    VALUES (${countyId}::uuid, ${input.documentNo}, ${input.documentOn}::date, ${input.fileId ?? null}::uuid, ${input.head}, ${input.headPost}, ${JSON.stringify(input.members)}::jsonb,
      ${actor.accountId}::uuid) RETURNING id`;
  const made = (await leadingGroups(tx, actor, countyId)).find(({ id }) => id === row?.id);
  return made ? created(made) : notFound();
}
