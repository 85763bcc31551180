import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { NoticeList, NoticeRow, NoticeView, ObjectionView } from '@/lib/domain/notices/answers';
import { noticeGate } from '@/lib/domain/notices/gates';
import type { NoticeListQuery } from '@/lib/domain/notices/schema';
import type { GateNotice, NoticeGates } from '@/lib/domain/notices/types';
import { wordsOf } from '@/lib/domain/search/words';
import type { Actor } from '@/lib/server/actor';
import { cursorOf, placeOf } from '@/lib/server/compounds/cursor';
import { instant } from '@/lib/server/compounds/sql';
import { dwellingSql } from '@/lib/server/db/dwelling-sql';
import { like, plainly } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';
import { within } from './locked';

interface GateRow extends GateNotice {
  gate: keyof NoticeGates;
  today: CalendarDate;
}

/**
 * What rounds and stages wait for. Whoever reads sees the notices of his county; objections to a list, which belongs to the county, are
 * counted for the county alone.
 */
export async function noticeGates(
  reader: Reader,
  { compoundId, schemeId, roundId }: { compoundId: string; schemeId?: string | null; roundId?: string | null },
): Promise<NoticeGates> {
  const rows = await reader.$queryRaw<GateRow[]>`
    SELECT CASE n.kind WHEN 'list' THEN 'list' WHEN 'design' THEN 'design' ELSE 'result' END AS gate, n.id, n.status, n.ends_on::text AS "endsOn",
      (SELECT count(*)::int FROM objection o WHERE o.notice_id = n.id AND o.verdict IS NULL) AS "openObjections", anju_today()::text AS today
    FROM notice n
    WHERE n.status <> 'withdrawn' AND (
      (n.kind = 'list' AND n.id IN (SELECT notice_id FROM notice_compound WHERE compound_id = ${compoundId}::uuid))
      OR (n.kind = 'design' AND n.compound_id = ${compoundId}::uuid AND n.scheme_id = ${schemeId ?? null}::uuid)
      OR (n.kind = 'result' AND n.compound_id = ${compoundId}::uuid AND n.round_id = ${roundId ?? null}::uuid))
    ORDER BY n.published_at DESC NULLS LAST, n.created_at DESC`;
  const today = rows[0]?.today;
  const of = (gate: keyof NoticeGates) =>
    noticeGate(today ? rows.filter((row) => row.gate === gate) : [], today as CalendarDate);
  return { list: of('list'), design: of('design'), result: of('result') };
}

const ROW = Prisma.sql`'id', n.id, 'kind', n.kind, 'status', n.status, 'title', n.title, 'documentNo', n.document_no, 'issuer', n.issuer,
  'county', ${namedUnit('cu')},
  'compound', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END, 'days', n.days,
  'publishedAt', ${instant('n.published_at')}, 'startsOn', n.starts_on, 'endsOn', n.ends_on,
  'openObjections', (SELECT count(*) FROM objection o WHERE o.notice_id = n.id AND o.verdict IS NULL),
  'photos', (SELECT count(*) FROM notice_photo p WHERE p.notice_id = n.id), 'version', n.version, 'createdAt', ${instant('n.created_at')}`;
const FROM = Prisma.sql`notice n JOIN unit cu ON cu.id = n.county_id LEFT JOIN compound c ON c.id = n.compound_id`;

/** Newest first: by publication, a draft by when it was begun. */
const KEY = Prisma.sql`floor(extract(epoch FROM coalesce(n.published_at, n.created_at)) * 1000)::bigint`;

/** Each word is looked for in title and number of notice n, and in the sounds of the title. */
export const noticesSearched = (q: string): Prisma.Sql[] =>
  wordsOf(q).map(
    (word) => Prisma.sql`coalesce(n.search_text, ${plainly('n.title', 'n.document_no')}) LIKE ${like(word)}`,
  );

function conditions(actor: Actor, { q, kind, status, compound }: NoticeListQuery): Prisma.Sql {
  return Prisma.join(
    [
      within(actor),
      ...noticesSearched(q ?? ''),
      ...(kind ? [Prisma.sql`n.kind = ${kind}`] : []),
      ...(status ? [Prisma.sql`n.status = ${status}`] : []),
      ...(compound
        ? [
            Prisma.sql`(n.compound_id = ${compound}::uuid OR n.id IN (SELECT notice_id FROM notice_compound WHERE compound_id = ${compound}::uuid))`,
          ]
        : []),
    ],
    ' AND ',
  );
}

/** null: the cursor is none of ours. */
export async function noticeList(reader: Reader, actor: Actor, query: NoticeListQuery): Promise<NoticeList | null> {
  const place = query.cursor ? placeOf(query.cursor) : undefined;
  if (place === null || (place && !/^\d{1,15}$/.test(String(place[1])))) return null;
  const all = conditions(actor, query);
  const after = place
    ? Prisma.sql`AND (${KEY}, n.id) < (${String(place[1])}::bigint, ${place[2]}::uuid)`
    : Prisma.empty;
  const [row] = await reader.$queryRaw<{ total: number; items: (NoticeRow & { key: number })[] }[]>`
    SELECT (SELECT count(*)::int FROM notice n WHERE ${all}) AS total, (SELECT coalesce(json_agg(doc), '[]'::json) FROM (
      SELECT json_build_object(${ROW}, 'key', ${KEY}) AS doc FROM ${FROM} WHERE ${all} ${after}
      ORDER BY ${KEY} DESC, n.id DESC LIMIT ${query.limit + 1}::int) page) AS items`;
  const found = row?.items ?? [];
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ key: _, ...item }) => item),
    nextCursor: found.length > query.limit && last ? cursorOf(['after', last.key, last.id]) : null,
    total: row?.total ?? 0,
  };
}

const OBJECTION = Prisma.sql`json_build_object('id', o.id, 'source', o.source, 'content', o.content, 'hasContact', o.contact IS NOT NULL,
  'receivedAt', ${instant('o.received_at')}, 'receivedBy', anju_name_of(o.received_by),
  'household', CASE WHEN v.household_id IS NOT NULL THEN json_build_object('id', v.household_id, 'where', ${dwellingSql('v.building_name', 'v.unit_no', 'v.room')},
    'choice', s.choice, 'hasBallot', s.ballot_id IS NOT NULL, 'round', r.status, 'openedAt', ${instant('r.opened_at')}, 'closedAt', ${instant('r.closed_at')},
    'formNo', (SELECT f.form_no FROM vote_form f WHERE f.round_id = v.round_id AND f.household_id = v.household_id AND f.void_at IS NULL)) END,
  'verdict', o.verdict, 'reply', o.reply, 'ballot', CASE WHEN b.id IS NOT NULL THEN json_build_object('kind', b.kind, 'choice', b.choice) END,
  'answeredAt', ${instant('o.answered_at')}, 'answeredBy', anju_name_of(o.answered_by), 'version', o.version)`;
const OBJECTION_FROM = Prisma.sql`objection o
  LEFT JOIN vote_roll v ON v.round_id = o.round_id AND v.household_id = o.household_id LEFT JOIN vote_standing s ON s.round_id = v.round_id AND s.household_id = v.household_id
  LEFT JOIN vote_round r ON r.id = v.round_id LEFT JOIN ballot b ON b.id = o.ballot_id`;

export async function objectionView(reader: Reader, actor: Actor, id: string): Promise<ObjectionView | null> {
  const [row] = await reader.$queryRaw<{ doc: ObjectionView }[]>`
    SELECT ${OBJECTION} AS doc FROM ${OBJECTION_FROM} WHERE o.id = ${id}::uuid AND o.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? null;
}

const PHOTOS = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', p.id, 'place', p.place, 'takenOn', p.taken_on, 'createdBy', anju_name_of(p.created_by),
    'file', json_build_object('id', f.id, 'name', f.name, 'width', f.width, 'height', f.height)) ORDER BY p.taken_on, p.created_at), '[]'::json)
  FROM notice_photo p JOIN stored_file f ON f.id = p.file_id WHERE p.notice_id = n.id)`;

/** One notice with its photos and the objections to it, unanswered ones first. Each tells of a household: who does not read the register sees how many are open. */
export async function noticeView(reader: Reader, actor: Actor, id: string): Promise<NoticeView | null> {
  const [row] = await reader.$queryRaw<{ doc: NoticeView }[]>`
    SELECT json_build_object(${ROW}, 'body', n.body, 'facts', n.facts, 'roundId', n.round_id, 'schemeId', n.scheme_id, 'hash', n.hash,
      'completedAt', ${instant('n.completed_at')}, 'withdrawnAt', ${instant('n.withdrawn_at')}, 'withdrawnReason', n.withdrawn_reason,
      'today', anju_today(), 'photoList', ${PHOTOS},
      'objections', (SELECT coalesce(json_agg(${OBJECTION} ORDER BY o.verdict IS NOT NULL, o.received_at), '[]'::json) FROM ${OBJECTION_FROM} WHERE o.notice_id = n.id)) AS doc
    FROM ${FROM} WHERE n.id = ${id}::uuid AND ${within(actor)}`;
  if (!row) return null;
  return can(actor.role, 'register.read') ? row.doc : { ...row.doc, objections: [] };
}
