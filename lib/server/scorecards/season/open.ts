import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { inChinese } from '@/lib/domain/notices/paper';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { againstOpening } from '@/lib/domain/scorecards/season/closing';
import { againstMovingDue } from '@/lib/domain/scorecards/season/overdue';
import type { DueInput, SeasonOpening } from '@/lib/domain/scorecards/season/schema';
import type { Actor } from '@/lib/server/actor';
import { todayOf, yearUnknown } from '@/lib/server/annual/year';
import { type Answer, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { happened, paperOf, type Which } from './held';
import { heldSeason, seasonAnswered } from './season-held';

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

/** 开展一年的绩效评价, by the rule book that its year has now. */
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
  return seasonAnswered(tx, actor, id, { isNew: true });
}

/** 自评延期, for all counties of the season. */
export async function moveDue(
  tx: Tx,
  actor: Actor,
  which: Which,
  { selfDueOn: to, reason: why }: DueInput,
): Promise<Answer<SeasonDetail>> {
  const found = await heldSeason(tx, actor, which, { selfDueOn: to, reason: why });
  if (!found.ok) return found;
  const { deliberatedOn, ...season } = found.value;
  const reasons = againstMovingDue({ ...season, isDeliberated: deliberatedOn !== null, to });
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`UPDATE score_season SET self_due_on = ${to}::date, version = version + 1 WHERE id = ${which.id}::uuid`;
  const cards = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM scorecard WHERE season_id = ${which.id}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[]) ORDER BY id`;
  for (const { id } of cards)
    await happened(tx, actor, id, {
      kind: 'dueMoved',
      words: `${inChinese(season.selfDueOn)} → ${inChinese(to)}：${why}`,
    });
  return seasonAnswered(tx, actor, which.id);
}
