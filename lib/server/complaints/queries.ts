import 'server-only';
import type { Assignees, ComplaintList, ComplaintRow, ComplaintView } from '@/lib/domain/complaints/answers';
import type { ComplaintListQuery } from '@/lib/domain/complaints/list-query';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { cursorOf, placeOf } from '@/lib/server/compounds/cursor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';
import { assignedToMe, complaintScope } from './scope';

const NAMED = (alias: string, label = 'name') =>
  Prisma.raw(
    `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, '${label}', ${alias}.${label}) END`,
  );

const ROW = Prisma.sql`'id', c.id, 'no', c.no, 'kind', c.kind, 'subject', c.subject, 'channel', c.channel, 'content', c.content, 'county', ${namedUnit('cu')},
  'compound', ${NAMED('k')}, 'receivedOn', c.received_on, 'status', c.status, 'leadId', c.lead_id,
  'complaints', 1 + (SELECT count(*) FROM complaint j WHERE j.lead_id = c.id), 'dueOn', c.due_on, 'assignedKind', c.assigned_kind, 'assignedUnitId', c.assigned_unit_id,
  'assignedUnit', au.name, 'drafted', c.draft IS NOT NULL, 'answeredOn', c.answered_on, 'endedOn', c.ended_on, 'reopenedOn', c.reopened_on, 'lateBefore', c.late_before, 'version', c.version`;
const FROM = Prisma.sql`complaint c LEFT JOIN unit cu ON cu.id = c.county_id LEFT JOIN compound k ON k.id = c.compound_id LEFT JOIN unit au ON au.id = c.assigned_unit_id`;

const OPEN = Prisma.sql`c.status IN ('received', 'assigned')`;
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const optional = <T>(value: T | undefined, sql: (value: T) => Prisma.Sql): Prisma.Sql[] =>
  value === undefined ? [] : [sql(value)];

function standing(actor: Actor, wanted: ComplaintListQuery['standing'], soonDays: number): Prisma.Sql[] {
  switch (wanted) {
    case 'open':
      return [OPEN];
    case 'late':
      return [OPEN, Prisma.sql`c.due_on < anju_today()`];
    case 'soon':
      return [OPEN, Prisma.sql`c.due_on BETWEEN anju_today() AND anju_today() + ${soonDays}::int`];
    case 'mine':
      return [OPEN, assignedToMe(actor)];
    case undefined:
      return [];
  }
}

/** Matters, each once; what joined another only where that is what is asked for. */
function conditions(actor: Actor, query: ComplaintListQuery, soonDays: number): Prisma.Sql {
  const { q, county, compound, project, status, kind, subject, channel } = query;
  const words = (q ?? '').normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, 8);
  return Prisma.join(
    [
      Prisma.sql`(${complaintScope(actor)})`,
      ...optional(county, (id) => Prisma.sql`c.county_id = ${id}::uuid`),
      ...optional(compound, (id) => Prisma.sql`c.compound_id = ${id}::uuid`),
      ...optional(project, (id) => Prisma.sql`c.project_id = ${id}::uuid`),
      status ? Prisma.sql`c.status = ${status}` : Prisma.sql`c.lead_id IS NULL`,
      ...standing(actor, query.standing, soonDays),
      ...optional(kind, (one) => Prisma.sql`c.kind = ${one}`),
      ...optional(subject, (one) => Prisma.sql`c.subject = ${one}`),
      ...optional(channel, (one) => Prisma.sql`c.channel = ${one}`),
      ...words.map(
        (word) =>
          Prisma.sql`(c.content ILIKE ${like(word)} OR c.no ILIKE ${like(word)} OR EXISTS (SELECT 1 FROM compound w WHERE w.id = c.compound_id AND w.name ILIKE ${like(word)}))`,
      ),
    ],
    ' AND ',
  );
}

/** Newest first, with how many matters there are in all, open, late and due soon: of what the person sees, whatever else is filtered. null: the cursor is none of ours. */
export async function complaintList(
  reader: Reader,
  actor: Actor,
  query: ComplaintListQuery,
): Promise<ComplaintList | null> {
  const place = query.cursor ? placeOf(query.cursor) : undefined;
  if (place === null || (place && !/^\d{4}-\d{2}-\d{2}$/.test(String(place[1])))) return null;
  const { soonDays } = siteRulesOf((await rulebookInForce(reader)).rulebook).complaints;
  const all = conditions(actor, query, soonDays);
  const seen = conditions(actor, { limit: query.limit, county: query.county }, soonDays);
  const after = place
    ? Prisma.sql`AND (c.received_on, c.id) < (${String(place[1])}::date, ${place[2]}::uuid)`
    : Prisma.empty;
  const [row] = await reader.$queryRaw<{ total: number; counts: ComplaintList['counts']; items: ComplaintRow[] }[]>`
    SELECT (SELECT count(*)::int FROM complaint c WHERE ${all}) AS total,
      (SELECT json_build_object('all', count(*), 'open', count(*) FILTER (WHERE ${OPEN}), 'late', count(*) FILTER (WHERE ${OPEN} AND c.due_on < anju_today()),
        'soon', count(*) FILTER (WHERE ${OPEN} AND c.due_on BETWEEN anju_today() AND anju_today() + ${soonDays}::int)) FROM complaint c WHERE ${seen}) AS counts,
      (SELECT coalesce(json_agg(doc), '[]'::json) FROM (SELECT json_build_object(${ROW}) AS doc FROM ${FROM} WHERE ${all} ${after}
        ORDER BY c.received_on DESC, c.id DESC LIMIT ${query.limit + 1}::int) page) AS items`;
  const found = row?.items ?? [];
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > query.limit && last ? cursorOf(['after', last.receivedOn, last.id]) : null,
    total: row?.total ?? 0,
    counts: row?.counts ?? { all: 0, open: 0, late: 0, soon: 0 },
  };
}

/** One complaint with what joined it and what happened to it. */
export async function complaintView(reader: Reader, actor: Actor, id: string): Promise<ComplaintView | null> {
  const [row] = await reader.$queryRaw<{ doc: ComplaintView }[]>`
    SELECT json_build_object(${ROW}, 'project', ${NAMED('p')}, 'notice', ${NAMED('n', 'title')}, 'hasContact', c.contact IS NOT NULL, 'receivedAt', ${instant('c.received_at')},
      'receivedBy', anju_name_of(c.received_by), 'ownDueOn', c.own_due_on, 'draft', c.draft, 'draftedBy', anju_name_of(c.drafted_by), 'answer', c.answer, 'answeredBy', anju_name_of(c.answered_by),
      'endWords', c.end_words, 'transferredTo', c.transferred_to, 'lead', (SELECT json_build_object('id', l.id, 'no', l.no) FROM complaint l WHERE l.id = c.lead_id),
      'joined', (SELECT coalesce(json_agg(json_build_object('id', j.id, 'no', j.no, 'receivedOn', j.received_on, 'content', j.content, 'hasContact', j.contact IS NOT NULL) ORDER BY j.received_on, j.id), '[]'::json)
        FROM complaint j WHERE j.lead_id = c.id),
      'events', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'note', e.note, 'by', anju_name_of(e.account_id), 'at', ${instant('e.at')}) ORDER BY e.id DESC), '[]'::json)
        FROM complaint_event e WHERE e.complaint_id = c.id),
      'today', anju_today()) AS doc
    FROM ${FROM} LEFT JOIN project p ON p.id = c.project_id LEFT JOIN notice n ON n.id = c.notice_id WHERE c.id = ${id}::uuid AND (${complaintScope(actor)})`;
  return row?.doc ?? null;
}

/** Towns and communities of the complaint's county, its own first, and whether its project has people named to it. */
export async function assigneesOf(
  reader: Reader,
  { countyId, complaintId }: { countyId: string; complaintId: string },
): Promise<Assignees> {
  const units = await reader.$queryRaw<Assignees['units']>`
    SELECT u.id, CASE u.kind WHEN 'community' THEN 'community' ELSE 'town' END AS kind, CASE u.kind WHEN 'community' THEN s.name || ' ' || u.name ELSE u.name END AS name
    FROM unit u LEFT JOIN unit s ON s.id = u.subdistrict_id, complaint c
    WHERE c.id = ${complaintId}::uuid AND u.county_id = ${countyId}::uuid AND u.kind IN ('subdistrict', 'community') AND (u.valid_to IS NULL OR u.valid_to > anju_today())
    ORDER BY (u.id = c.community_id OR u.id = c.subdistrict_id) DESC NULLS LAST, u.kind, u.sort_order, u.code`;
  const people = await reader.$queryRaw<{ role: string }[]>`
    SELECT DISTINCT a.role FROM project_person x JOIN account a ON a.id = x.account_id JOIN complaint c ON c.project_id = x.project_id WHERE c.id = ${complaintId}::uuid AND x.ended_at IS NULL`;
  const has = (role: string) => people.some((one) => one.role === role);
  return { units, entity: has('implementing_entity'), supervisor: has('supervisor') };
}

/** Matters of the county that this one may be joined to: open or answered ones, those of its compound and subject first. */
export async function mattersToJoin(
  reader: Reader,
  actor: Actor,
  view: ComplaintView,
): Promise<{ id: string; label: string }[]> {
  return reader.$queryRaw<{ id: string; label: string }[]>`
    SELECT c.id, c.no || ' · ' || coalesce(k.name || ' · ', '') || left(replace(c.content, E'\n', ' '), 40) AS label FROM complaint c LEFT JOIN compound k ON k.id = c.compound_id
    WHERE (${complaintScope(actor)}) AND c.county_id = ${view.county.id}::uuid AND c.id <> ${view.id}::uuid AND c.status IN ('received', 'assigned', 'answered')
    ORDER BY (c.compound_id IS NOT DISTINCT FROM ${view.compound?.id ?? null}::uuid) DESC, (c.subject = ${view.subject}) DESC, c.received_on DESC, c.id DESC LIMIT 200`;
}
