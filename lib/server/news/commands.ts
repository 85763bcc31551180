import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { linkKey, readLink, titleKey } from '@/lib/domain/news/link';
import { againstFiling, againstWithdrawing, type FiledNews, newsRulesOf, spanOfYear } from '@/lib/domain/news/rules';
import type { NewsAnswer, NewsCreate } from '@/lib/domain/news/schema';
import type { Actor } from '@/lib/server/actor';
import { attached, todayOf, yearOf, yearUnknown } from '@/lib/server/annual/year';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { oneNews } from './queries';

/** Of the county, what may be the same: the same page, or the same day. */
const alike = (tx: Tx, countyId: string, { link, happenedOn }: NewsCreate): Promise<FiledNews[]> =>
  tx.$queryRaw<FiledNews[]>`
    SELECT title, happened_on::text AS "happenedOn", medium, outlet, link FROM news
    WHERE county_id = ${countyId}::uuid AND status = 'filed' AND (happened_on = ${happenedOn}::date OR link_key = ${link ? linkKey(link) : null}) ORDER BY created_at, id`;

async function completeBy(tx: Tx, yearId: string): Promise<CalendarDate> {
  const [row] = await tx.$queryRaw<{ day: CalendarDate }[]>`
    SELECT complete_by::text AS day FROM programme_year WHERE id = ${yearId}::uuid`;
  if (!row) throw new Error('a year has the day by which it is complete');
  return row.day;
}

/** 报送新闻信息 of the own county for a year. */
export async function fileNews(tx: Tx, actor: Actor, input: NewsCreate): Promise<Answer<NewsAnswer>> {
  const countyId = actor.countyId ?? '';
  const year = await yearOf(tx, actor, input.year);
  if (!year) return refused(yearUnknown(input.year));
  // one after the other: what is filed twice at once is told of the first
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('news ' || ${countyId}, 0))::text`;
  const file = input.fileId ? await attached(tx, input.fileId) : null;
  if (input.fileId && !file) return notFound();
  const facts = {
    rules: newsRulesOf(year.rulebook),
    span: spanOfYear({ year: year.year, completeBy: await completeBy(tx, year.id) }),
    today: (await todayOf(tx)) as CalendarDate,
    filed: await alike(tx, countyId, input),
  };
  const reasons = againstFiling({ ...input, hasFile: file !== null }, facts);
  if (reasons.length > 0) return refused(reasons);
  const link = input.link === null ? null : readLink(input.link);
  const { outlet } = input;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO news (county_id, programme_year_id, kind, level, title, title_key, happened_on, medium, outlet, outlet_key, link, link_key, file_id, file_sha256, document_no, issuer, place,
      participants, summary, created_by)
    VALUES (${countyId}::uuid, ${year.id}::uuid, ${input.kind}, ${input.level}, ${input.title}, ${titleKey(input.title)}, ${input.happenedOn}::date, ${input.medium}, ${outlet},
      ${outlet === null ? null : titleKey(outlet)}, ${link}, ${link === null ? null : linkKey(link)}, ${input.fileId}::uuid, ${file?.sha256 ?? null}, ${input.documentNo}, ${input.issuer},
      ${input.place}, ${input.participants}::int, ${input.summary}, ${actor.accountId}::uuid) RETURNING id`;
  const made = await oneNews(tx, actor, row?.id ?? '');
  return made ? created(made, { version: made.version }) : notFound();
}

/** Taken out of what counts, with the reason; it stays on record. */
export async function withdrawNews(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  why: string,
): Promise<Answer<NewsAnswer>> {
  await tx.$queryRaw`SELECT 1 FROM news WHERE id = ${id}::uuid FOR UPDATE`;
  const news = await oneNews(tx, actor, id);
  if (!news) return notFound();
  if (news.version !== version) return conflict(news, { reason: why }, news.version);
  const reasons = againstWithdrawing(news.status);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE news SET status = 'withdrawn', withdrawn_reason = ${why}, withdrawn_by = ${actor.accountId}::uuid, withdrawn_at = anju_now(), version = version + 1 WHERE id = ${id}::uuid`;
  const saved = await oneNews(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}
