import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type {
  SupervisedAnswer,
  SupervisionAnswer,
  SupervisionDetail,
  SupervisionEventAnswer,
} from '@/lib/domain/supervision/answers';
import type { SupervisionQuery } from '@/lib/domain/supervision/schema';
import { standingOf } from '@/lib/domain/supervision/standing';
import { SUPERVISION_STATES } from '@/lib/domain/supervision/types';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { like } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';

type Kept = Omit<SupervisionDetail, 'awaits' | 'overdue' | 'daysLeft' | 'light' | 'about' | 'events' | 'limitOn'> & {
  limitOn: CalendarDate;
  today: CalendarDate;
};

/** What waits for the county, by its limit; then what waits for the prefecture; what is over comes last. */
const ORDER = Prisma.sql`array_position(ARRAY['issued', 'returned', 'answered', 'closed', 'withdrawn'], s.status) > 3,
  CASE WHEN s.status IN ('closed', 'withdrawn') THEN NULL ELSE s.limit_on END, s.issued_on DESC, s.id DESC`;

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<Kept[]> {
  return reader.$queryRaw<Kept[]>(Prisma.sql`
    SELECT s.id, ${namedUnit()} AS county, s.document_no AS "documentNo", s.issued_on::text AS "issuedOn", s.title, s.why, s.demand, s.limit_on::text AS "limitOn",
      s.first_limit_on::text AS "firstLimitOn", s.status, s.reminders, (SELECT count(*)::int FROM supervision_project p WHERE p.supervision_id = s.id) AS projects,
      ${instant('s.answered_at')} AS "answeredAt", s.answered_late AS "answeredLate", s.version, anju_today()::text AS today
    FROM supervision s JOIN unit u ON u.id = s.county_id
    WHERE s.county_id = ANY(${[...actor.counties]}::uuid[]) AND ${where} ORDER BY ${ORDER} LIMIT 1000`);
}

function answerOf({ why: _, demand: __, today, ...row }: Kept): SupervisionAnswer {
  return { ...row, ...standingOf({ ...row, today }) };
}

const WITH_COUNTY = Prisma.sql`s.status IN ('issued', 'returned')`;

function shown(status: SupervisionQuery['status']): Prisma.Sql {
  if (status === undefined) return Prisma.sql`true`;
  if (status === 'waiting') return Prisma.sql`s.status IN ('issued', 'answered', 'returned')`;
  if (status === 'overdue') return Prisma.sql`${WITH_COUNTY} AND s.limit_on < anju_today()`;
  const known = SUPERVISION_STATES.find((one) => one === status);
  return Prisma.sql`s.status = ${known ?? ''}`;
}

/** 督办 of the counties that this person sees. */
export async function supervisions(
  reader: Reader,
  actor: Actor,
  query: SupervisionQuery,
): Promise<SupervisionAnswer[]> {
  const { county = null, project = null, status, q } = query;
  const text = q ? like(q) : null;
  const rows = await read(
    reader,
    actor,
    Prisma.sql`${shown(status)} AND (${county}::uuid IS NULL OR s.county_id = ${county}::uuid)
      AND (${project}::uuid IS NULL OR EXISTS (SELECT 1 FROM supervision_project p WHERE p.supervision_id = s.id AND p.project_id = ${project}::uuid))
      AND (${text}::text IS NULL OR s.title ILIKE ${text}::text OR s.document_no ILIKE ${text}::text)`,
  );
  return rows.map(answerOf);
}

const aboutOf = (reader: Reader, id: string): Promise<SupervisedAnswer[]> =>
  reader.$queryRaw<SupervisedAnswer[]>`
    SELECT p.id, p.code, p.name, x.facts FROM supervision_project x JOIN project p ON p.id = x.project_id WHERE x.supervision_id = ${id}::uuid ORDER BY p.code`;

/** The latest first. Who acted, where this person may know the account. */
const eventsOf = (reader: Reader, id: string): Promise<SupervisionEventAnswer[]> =>
  reader.$queryRaw<SupervisionEventAnswer[]>`
    SELECT e.id, e.kind, e.text, e.stated_on::text AS "statedOn", CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END AS file,
      e.limit_from::text AS "limitFrom", e.limit_to::text AS "limitTo", e.late, ${instant('e.created_at')} AS at, anju_name_of(e.created_by) AS by
    FROM supervision_event e LEFT JOIN stored_file f ON f.id = e.file_id
    WHERE e.supervision_id = ${id}::uuid ORDER BY e.created_at DESC, e.id DESC`;

export async function supervisionDetail(reader: Reader, actor: Actor, id: string): Promise<SupervisionDetail | null> {
  const [row] = await read(reader, actor, Prisma.sql`s.id = ${id}::uuid`);
  if (!row) return null;
  const { why, demand } = row;
  return { ...answerOf(row), why, demand, about: await aboutOf(reader, id), events: await eventsOf(reader, id) };
}

export interface ProjectChoice {
  id: string;
  code: string;
  name: string;
  year: number;
}

/** Projects of a county that a notice can be about. */
export const projectsToSupervise = (reader: Reader, actor: Actor, countyId: string): Promise<ProjectChoice[]> =>
  reader.$queryRaw<ProjectChoice[]>`
    SELECT p.id, p.code, p.name, y.year FROM project p JOIN programme_year y ON y.id = p.programme_year_id
    WHERE p.county_id = ${countyId}::uuid AND p.county_id = ANY(${[...actor.counties]}::uuid[]) AND p.status <> 'withdrawn' ORDER BY y.year DESC, p.code LIMIT 1000`;
