import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { againstOpening } from '@/lib/domain/scorecards/season/closing';
import type { SeasonOpening } from '@/lib/domain/scorecards/season/schema';
import type { Actor } from '@/lib/server/actor';
import { todayOf, yearUnknown } from '@/lib/server/annual/year';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { happened, paperOf } from './held';
import { seasonDetail } from './seasons';

interface Year {
  id: string;
  rulebookId: string;
}

/** A card for every county of the prefecture as the units stand now. */
async function makeCards(tx: Tx, actor: Actor, seasonId: string): Promise<void> {
  const cards = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO scorecard (season_id, county_id)
    SELECT ${seasonId}::uuid, u.id FROM unit u
    WHERE u.kind = 'county' AND u.prefecture_id = ${actor.prefectureId}::uuid AND u.id = ANY(${[...actor.counties]}::uuid[]) AND (u.valid_to IS NULL OR u.valid_to > anju_today())
    ORDER BY u.sort_order, u.code RETURNING id`;
  for (const { id } of cards) await happened(tx, actor, id, { kind: 'opened' });
}

/** 开启一年的绩效评价, by the rule book that its year has now. */
export async function openSeason(tx: Tx, actor: Actor, input: SeasonOpening): Promise<Answer<SeasonDetail>> {
  // two who open the same year at once: the second is told of the first
  const [year] = await tx.$queryRaw<Year[]>`
    SELECT id, rulebook_id AS "rulebookId" FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND year = ${input.year}::int FOR UPDATE`;
  if (!year) return refused(yearUnknown(input.year));
  const [other] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM score_season WHERE programme_year_id = ${year.id}::uuid`;
  const today = (await todayOf(tx)) as CalendarDate;
  const reasons = againstOpening({ ...input, isOpened: other !== undefined, today });
  if (reasons.length > 0) return refused(reasons);
  const file = await paperOf(tx, input.fileId);
  if (!file.ok) return file;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO score_season (prefecture_id, programme_year_id, rulebook_id, self_due_on, note, document_no, file_id, file_sha256, created_by)
    VALUES (${actor.prefectureId}::uuid, ${year.id}::uuid, ${year.rulebookId}::uuid, ${input.selfDueOn}::date, ${input.note}, ${input.documentNo}, ${file.value?.id ?? null}::uuid,
      ${file.value?.sha256 ?? null}, ${actor.accountId}::uuid) RETURNING id`;
  const id = made?.id ?? '';
  await makeCards(tx, actor, id);
  const season = await seasonDetail(tx, actor, id);
  return season ? created(season, { version: season.version }) : notFound();
}
