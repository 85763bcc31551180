import 'server-only';
import type { Reason } from '@/lib/domain/kernel/result';
import { firstDay } from '@/lib/domain/progress/report-month';
import type { ReportInput } from '@/lib/domain/progress/schema';
import type { Sending } from '@/lib/domain/progress/sending';
import type { ReportContent } from '@/lib/domain/progress/types';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';
import { takeFile } from '@/lib/server/projects/files';
import type { ReportFacts } from './facts';

/** The pictures of a report, each the project's own; those that are no picture are named. */
export async function takePhotos(
  tx: Tx,
  actor: Actor,
  project: { id: string; countyId: string },
  ids: readonly string[],
): Promise<{ photos: Sending['photos']; reasons: Reason[] }> {
  const photos: Sending['photos'] = [];
  const reasons: Reason[] = [];
  for (const [at, fileId] of ids.entries()) {
    const taken = await takeFile(tx, actor, project, { fileId, wanted: 'photo', field: `photos.${at}` });
    reasons.push(...taken.reasons);
    if (taken.sha256) photos.push({ fileId, sha256: taken.sha256 });
  }
  return { photos, reasons };
}

export const contentFrom = (input: ReportInput, stage: number): ReportContent => ({ ...input, stage });

/** Puts the content into the working copy; the first time makes it. Answers the report's id. */
export async function writeReport(tx: Tx, actor: Actor, facts: ReportFacts, content: ReportContent): Promise<string> {
  const { stage, investment, people, problems, items, photos } = content;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO progress_report (project_id, county_id, month, stage, investment, people, problems, created_by, updated_by)
    VALUES (${facts.id}::uuid, ${facts.countyId}::uuid, ${firstDay(facts.month)}::date, ${stage}::int, ${investment}::bigint, ${people}::int, ${problems}, ${actor.accountId}::uuid, ${actor.accountId}::uuid)
    ON CONFLICT (project_id, month) DO UPDATE SET stage = excluded.stage, investment = excluded.investment, people = excluded.people, problems = excluded.problems,
      updated_by = excluded.updated_by, updated_at = anju_now(), version = progress_report.version + 1
    RETURNING id`;
  const id = row?.id ?? '';
  await tx.$executeRaw`
    INSERT INTO progress_item (report_id, project_id, county_id, compound_id, building_id, item, percent, back_reason)
    SELECT ${id}::uuid, ${facts.id}::uuid, ${facts.countyId}::uuid, (one ->> 'compoundId')::uuid, (one ->> 'buildingId')::uuid, one ->> 'item', (one ->> 'percent')::int, one ->> 'backReason'
    FROM jsonb_array_elements(${JSON.stringify(items)}::jsonb) one
    ON CONFLICT (report_id, compound_id, building_id, item) DO UPDATE SET percent = excluded.percent, back_reason = excluded.back_reason
      WHERE (progress_item.percent, progress_item.back_reason) IS DISTINCT FROM (excluded.percent, excluded.back_reason)`;
  await tx.$executeRaw`
    INSERT INTO progress_photo (report_id, project_id, county_id, file_id)
    SELECT ${id}::uuid, ${facts.id}::uuid, ${facts.countyId}::uuid, one FROM unnest(${[...photos]}::uuid[]) one
    ON CONFLICT (report_id, file_id) DO UPDATE SET taken_out = false WHERE progress_photo.taken_out`;
  await tx.$executeRaw`
    UPDATE progress_photo SET taken_out = true WHERE report_id = ${id}::uuid AND NOT taken_out AND NOT file_id = ANY(${[...photos]}::uuid[])`;
  return id;
}
