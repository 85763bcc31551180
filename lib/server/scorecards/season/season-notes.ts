import 'server-only';
import { scoringOf } from '@/lib/domain/rulebook/rulebook';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { againstClosed, againstSanction } from '@/lib/domain/scorecards/season/closing';
import type { CommentInput, SanctionInput } from '@/lib/domain/scorecards/season/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { type CardRow, cardRows } from './card-rows';
import { fileFor, happened, paperOf } from './held';
import { heldSeason, seasonAnswered } from './season-held';

/** The card of a county in a season. */
async function cardIn(tx: Tx, actor: Actor, seasonId: string, countyId: string): Promise<CardRow | undefined> {
  const [card] = await cardRows(
    tx,
    actor,
    Prisma.sql`c.season_id = ${seasonId}::uuid AND c.county_id = ${countyId}::uuid`,
  );
  return card;
}

/** 部门意见、居民意见 for the deliberation, of one county or of all. */
export async function addComment(tx: Tx, actor: Actor, id: string, input: CommentInput): Promise<Answer<SeasonDetail>> {
  const found = await heldSeason(tx, actor, { id });
  if (!found.ok) return found;
  const { countyId, kind, who, text, fileId } = input;
  if (countyId !== null && !(await cardIn(tx, actor, id, countyId))) return notFound();
  const reasons = againstClosed(found.value.status);
  if (reasons.length > 0) return refused(reasons);
  const file = await paperOf(tx, fileId);
  if (!file.ok) return file;
  await tx.$executeRaw`
    INSERT INTO score_comment (season_id, prefecture_id, county_id, kind, who, text, file_id, file_sha256, created_by)
    VALUES (${id}::uuid, ${actor.prefectureId}::uuid, ${countyId}::uuid, ${kind}, ${who}, ${text}, ${file.value?.id ?? null}::uuid, ${file.value?.sha256 ?? null}, ${actor.accountId}::uuid)`;
  return seasonAnswered(tx, actor, id, { isNew: true });
}

/** 对弄虚作假的处理, by document; also when the season is over, since it is found when it is found. */
export async function addSanction(
  tx: Tx,
  actor: Actor,
  id: string,
  input: SanctionInput,
): Promise<Answer<SeasonDetail>> {
  const found = await heldSeason(tx, actor, { id });
  if (!found.ok) return found;
  const season = found.value;
  const { countyId, kind, facts, documentNo, documentOn, fileId } = input;
  const card = await cardIn(tx, actor, id, countyId);
  if (!card) return notFound();
  const book = await rulebookOf(tx, season.rulebookId);
  const isKnown = scoringOf(book).sanctions.some(({ code }) => code === kind);
  const reasons = againstSanction({ isKnown, kind, claims: card.claims, documentOn, today: season.today });
  if (reasons.length > 0) return refused(reasons);
  const file = await fileFor(tx, countyId, fileId);
  if (!file.ok) return file;
  await tx.$executeRaw`
    INSERT INTO score_sanction (season_id, county_id, kind, facts, document_no, document_on, file_id, file_sha256, created_by)
    VALUES (${id}::uuid, ${countyId}::uuid, ${kind}, ${facts}, ${documentNo}, ${documentOn}::date, ${file.value?.id ?? null}::uuid, ${file.value?.sha256 ?? null}, ${actor.accountId}::uuid)`;
  await happened(tx, actor, card.id, { kind: 'sanctioned', words: `${documentNo}：${facts}` });
  return seasonAnswered(tx, actor, id, { isNew: true });
}
