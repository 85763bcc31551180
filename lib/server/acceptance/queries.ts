import 'server-only';
import type { AcceptanceView, OpinionView, ProjectAcceptances } from '@/lib/domain/acceptance/answers';
import { absentParties } from '@/lib/domain/acceptance/conclude';
import { accountVariances } from '@/lib/domain/acceptance/final-account';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { Workflow } from '@/lib/domain/rulebook/schema-workflow';
import type { Actor } from '@/lib/server/actor';
import { type ProjectGround, projectGround, projectHead } from '@/lib/server/archive/project';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { instant } from '@/lib/server/votes/rows';

type Row = Omit<AcceptanceView, 'absent' | 'opinions'> & { opinions: OpinionView[] };

const OPINION = Prisma.sql`json_build_object('id', o.id, 'party', o.party, 'name', o.name, 'person', o.person, 'opinion', o.opinion, 'remarks', o.remarks,
  'file', json_build_object('id', o.file_id, 'name', coalesce(f.name, '')), 'sha256', o.file_sha256, 'recordedBy', coalesce(anju_name_of(o.created_by), ''),
  'recordedAt', ${instant('o.created_at')}, 'retiredReason', o.retired_reason)`;

export async function attemptsOf(
  reader: Reader,
  projectId: string,
  { acceptanceParties }: Workflow,
): Promise<AcceptanceView[]> {
  const order = acceptanceParties.map(({ code }) => code);
  const rows = await reader.$queryRaw<Row[]>(Prisma.sql`
    SELECT a.id, a.no, a.held_on::text AS "heldOn", a.place, a.status, a.conclusion, ${instant('a.concluded_at')} AS "concludedAt",
      anju_name_of(a.concluded_by) AS "concludedBy", a.version,
      coalesce((SELECT json_agg(${OPINION} ORDER BY o.created_at, o.id) FROM acceptance_party o LEFT JOIN stored_file f ON f.id = o.file_id WHERE o.acceptance_id = a.id), '[]') AS opinions
    FROM acceptance a WHERE a.project_id = ${projectId}::uuid ORDER BY a.no DESC LIMIT 100`);
  return rows.map((row) => ({
    ...row,
    opinions: [...row.opinions].sort((a, b) => order.indexOf(a.party) - order.indexOf(b.party)),
    absent: absentParties(acceptanceParties, standing(row.opinions)).map(({ code }) => code),
  }));
}

/** Those that were not taken out. */
export const standing = (opinions: readonly OpinionView[]): OpinionView[] =>
  opinions.filter(({ retiredReason }) => retiredReason === null);

/** Days on the current papers of the final account and its audit. */
export async function accountPapers(
  reader: Reader,
  projectId: string,
): Promise<{ account: CalendarDate | null; audit: CalendarDate | null }> {
  const [row] = await reader.$queryRaw<{ account: CalendarDate | null; audit: CalendarDate | null }[]>`
    SELECT max(issued_on) FILTER (WHERE kind = 'finalAccount')::text AS account, max(issued_on) FILTER (WHERE kind = 'finalAudit')::text AS audit
    FROM paper WHERE project_id = ${projectId}::uuid AND status = 'current' AND kind IN ('finalAccount', 'finalAudit')`;
  return row ?? { account: null, audit: null };
}

const yuan = (fen: string | null): string | null => (fen === null ? null : formatHundredths(BigInt(fen)));
const fen = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

export async function acceptancesOf(reader: Reader, ground: ProjectGround): Promise<ProjectAcceptances> {
  const attempts = await attemptsOf(reader, ground.id, ground.workflow);
  const papers = await accountPapers(reader, ground.id);
  return {
    project: projectHead(ground),
    parties: ground.workflow.acceptanceParties.map(({ clause: _, ...kind }) => kind),
    construction: { completed: ground.completed.includes(8), on: ground.constructionOn },
    attempts,
    account: {
      contractSum: yuan(ground.contractSum) ?? '0.00',
      finalAccount: yuan(ground.finalAccount),
      audited: yuan(ground.audited),
      accountPaperOn: papers.account,
      auditPaperOn: papers.audit,
      variances: accountVariances(BigInt(ground.contractSum), {
        finalAccount: fen(ground.finalAccount),
        audited: fen(ground.audited),
      }),
    },
  };
}

export async function projectAcceptances(reader: Reader, actor: Actor, id: string): Promise<ProjectAcceptances | null> {
  const ground = await projectGround(reader, actor, id);
  return ground && acceptancesOf(reader, ground);
}
