import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { dueAt, type Outage } from '@/lib/domain/progress/due';
import type { ReportGround } from '@/lib/domain/progress/report';
import { firstDay, lackingBefore, lastDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import { begun, contentOf, type Sending, upToDate } from '@/lib/domain/progress/sending';
import type { PlannedWork, ReportContent, ReportStatus } from '@/lib/domain/progress/types';
import { placeKey } from '@/lib/domain/projects/completions';
import type { ProjectStatus } from '@/lib/domain/projects/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { plansInForceOf } from '@/lib/server/projects/plan';
import { projectScope } from '@/lib/server/projects/scope';
import { outagesAfter } from './outages';

export interface PlannedRow extends PlannedWork {
  projectId: string;
  compoundCode: string;
  compound: { id: string; name: string };
  building: { id: string; name: string } | null;
  completed: boolean;
}

/** The report as it lies in the database, with what it says. */
export interface StoredReport {
  id: string;
  status: ReportStatus;
  sent: number;
  acceptedNo: number | null;
  firstReceivedAt: string | null;
  acceptedAt: string | null;
  version: number;
  updatedAt: string;
  content: ReportContent;
  sentBy: string | null;
}

interface Head {
  id: string;
  countyId: string;
  code: string;
  name: string;
  stage: number;
  status: ProjectStatus;
  entityKind: string | null;
  entityUnitId: string | null;
  rulebookId: string;
  from: ReportMonth;
  today: CalendarDate;
  now: Date;
  reportDay: number;
  sentMonths: ReportMonth[];
  /** the last accepted report of a month before, and this month's own that was accepted */
  before: { month: ReportMonth; content: Sending } | null;
  own: Sending | null;
  summedUp: boolean;
  report: (Omit<StoredReport, 'content'> & { draft: Draft }) | null;
}

interface Draft {
  stage: number;
  investment: string;
  people: number;
  problems: string | null;
  items: ReportContent['items'];
  photos: string[];
}

export interface ReportFacts extends Omit<Head, 'report' | 'own' | 'before'> {
  month: ReportMonth;
  rulebook: Rulebook;
  planned: PlannedRow[];
  ground: ReportGround;
  outages: Outage[];
  dueAt: Date;
  report: StoredReport | null;
  /** as it would be sent now: the draft, or what last month left */
  content: ReportContent;
  /** what a reviewer compares with: this month's accepted report while it is corrected, else the last accepted one before */
  since: { month: ReportMonth; content: ReportContent } | null;
}

const ACCEPTED = (report: string) =>
  Prisma.raw(
    `(SELECT s.content FROM progress_sending s WHERE s.report_id = ${report}.id AND s.no = ${report}.accepted_no)`,
  );

/** The heads alone: everything that is one row of a project and the month. */
function headsOf(reader: Reader, actor: Actor, ids: readonly string[], month: ReportMonth): Promise<Head[]> {
  const day = firstDay(month);
  return reader.$queryRaw<Head[]>`
    SELECT p.id, p.county_id AS "countyId", p.code, p.name, p.stage, p.status, p.entity_kind AS "entityKind", p.entity_unit_id AS "entityUnitId", p.rulebook_id AS "rulebookId",
      to_char(least((p.created_at AT TIME ZONE 'Asia/Shanghai')::date, (SELECT min(coalesce(k.start_on, k.signed_on)) FROM contract k WHERE k.project_id = p.id AND k.status = 'active'
        AND k.kind IN ('construction', 'epc'))), 'YYYY-MM') AS "from", anju_today()::text AS today, anju_now() AS now, y.report_day AS "reportDay",
      coalesce((SELECT json_agg(to_char(r.month, 'YYYY-MM') ORDER BY r.month) FROM progress_report r WHERE r.project_id = p.id AND r.sent > 0), '[]') AS "sentMonths",
      (SELECT json_build_object('month', to_char(r.month, 'YYYY-MM'), 'content', ${ACCEPTED('r')}) FROM progress_report r
        WHERE r.project_id = p.id AND r.month < ${day}::date AND r.accepted_no IS NOT NULL ORDER BY r.month DESC LIMIT 1) AS before,
      (SELECT ${ACCEPTED('r')} FROM progress_report r WHERE r.project_id = p.id AND r.month = ${day}::date AND r.accepted_no IS NOT NULL) AS own,
      EXISTS (SELECT 1 FROM county_month m WHERE m.county_id = p.county_id AND m.month = ${day}::date AND m.status <> 'returned') AS "summedUp",
      (SELECT json_build_object('id', r.id, 'status', r.status, 'sent', r.sent, 'acceptedNo', r.accepted_no, 'firstReceivedAt', ${instant('r.first_received_at')}, 'acceptedAt', ${instant('r.accepted_at')},
          'version', r.version, 'updatedAt', ${instant('r.updated_at')}, 'sentBy', (SELECT s.sent_by FROM progress_sending s WHERE s.report_id = r.id ORDER BY s.no DESC LIMIT 1),
          'draft', json_build_object('stage', r.stage, 'investment', r.investment::text, 'people', r.people, 'problems', r.problems,
            'items', coalesce((SELECT json_agg(json_build_object('compoundId', i.compound_id, 'buildingId', i.building_id, 'item', i.item, 'percent', i.percent, 'backReason', i.back_reason))
              FROM progress_item i WHERE i.report_id = r.id), '[]'),
            'photos', coalesce((SELECT json_agg(f.file_id ORDER BY f.file_id) FROM progress_photo f WHERE f.report_id = r.id AND NOT f.taken_out), '[]')))
        FROM progress_report r WHERE r.project_id = p.id AND r.month = ${day}::date) AS report
    FROM project p JOIN programme_year y ON y.id = p.programme_year_id WHERE p.id = ANY(${[...ids]}::uuid[]) AND ${projectScope(actor)}`;
}

/** What the plans in force have to be done, with what was registered complete by the end of the month. */
const plannedOf = (reader: Reader, ids: readonly string[], month: ReportMonth) =>
  reader.$queryRaw<(Omit<PlannedRow, 'name' | 'cost'> & { cost: string })[]>`
    SELECT v.project_id AS "projectId", c.code AS "compoundCode", i.compound_id AS "compoundId", i.building_id AS "buildingId", i.item, i.cost::text AS cost, json_build_object('id', c.id, 'name', c.name) AS compound,
      CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name) END AS building,
      EXISTS (SELECT 1 FROM item_completion d WHERE d.project_id = v.project_id AND d.compound_id = i.compound_id AND d.building_id IS NOT DISTINCT FROM i.building_id AND d.item = i.item
        AND d.retired_at IS NULL AND d.completed_on <= ${lastDay(month)}::date) AS completed
    FROM (${plansInForceOf(ids)}) v JOIN plan_item i ON i.plan_id = v.id AND i.answer = 'todo' JOIN compound c ON c.id = i.compound_id LEFT JOIN building b ON b.id = i.building_id
    ORDER BY c.pinyin, c.id, b.sort_key NULLS FIRST, b.id, i.item`;

const draftContent = (draft: Draft): ReportContent => ({ ...draft, investment: BigInt(draft.investment) });

/** Everything that the rules of these projects' reports are asked with, all read at once; of those that this person may see. */
export async function reportFactsOf(
  reader: Reader,
  actor: Actor,
  { ids, month }: { ids: readonly string[]; month: ReportMonth },
): Promise<ReportFacts[]> {
  const heads = await headsOf(reader, actor, ids, month);
  const seen = heads.map(({ id }) => id);
  const rulebooks = new Map<string, Rulebook>();
  for (const id of new Set(heads.map((head) => head.rulebookId))) rulebooks.set(id, await rulebookOf(reader, id));
  const planned = groupBy(await plannedOf(reader, seen, month), ({ projectId }) => projectId);
  const outages = await outagesAfter(reader, actor, month);
  return heads.flatMap((head) => {
    const rulebook = rulebooks.get(head.rulebookId);
    return rulebook ? [factsOf(head, month, { rulebook, rows: planned.get(head.id) ?? [], outages })] : [];
  });
}

/** The same of one project; null: nothing that this person may see. */
export async function reportFacts(
  reader: Reader,
  actor: Actor,
  { id, month }: { id: string; month: ReportMonth },
): Promise<ReportFacts | null> {
  const [facts] = await reportFactsOf(reader, actor, { ids: [id], month });
  return facts ?? null;
}

interface Beside {
  rulebook: Rulebook;
  rows: Awaited<ReturnType<typeof plannedOf>>;
  outages: Outage[];
}

function factsOf(head: Head, month: ReportMonth, { rulebook, rows, outages }: Beside): ReportFacts {
  const item = new Map(rulebook.menu.map(({ code, name }) => [code, name]));
  const planned = rows.map((row) => ({
    ...row,
    cost: BigInt(row.cost),
    name: [row.building?.name ?? row.compound.name, item.get(row.item) ?? row.item].join(' '),
  }));
  const completed = new Set(planned.filter((row) => row.completed).map(placeKey));
  const { report, own, before, ...rest } = head;
  const last = before && { month: before.month, content: contentOf(before.content) };
  const fresh = begun(head.stage, planned, last?.content ?? null, completed);
  const stored = report && { ...report, content: draftContent(report.draft) };
  const isOpen = !stored || !['submitted', 'accepted'].includes(stored.status);
  return {
    ...rest,
    month,
    rulebook,
    planned,
    outages,
    dueAt: dueAt(month, head.reportDay, outages),
    report: stored,
    content: stored ? (isOpen ? upToDate(stored.content, fresh, completed) : stored.content) : fresh,
    since: own ? { month, content: contentOf(own) } : last,
    ground: {
      month,
      today: head.today,
      from: head.from,
      stage: head.stage,
      planned,
      last: new Map(last?.content.items.map((one) => [placeKey(one), one.percent])),
      completed,
      lacking: lackingBefore(month, head.sentMonths),
      later: stored && stored.sent > 0 ? null : (head.sentMonths.find((one) => one > month) ?? null),
    },
  };
}
