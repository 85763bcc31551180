import 'server-only';
import type { CoveredAnswer, FeasibilityAnswer, FeasibilityDetail } from '@/lib/domain/feasibility/answers';
import { approverOf, countedCost, type FeasibilityStatus } from '@/lib/domain/feasibility/rules';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';

type File = { id: string; name: string } | null;
interface Row {
  id: string;
  county: NamedUnit;
  year: number;
  no: number;
  title: string;
  summary: string | null;
  investment: string;
  file: File;
  status: FeasibilityStatus;
  consentNo: string | null;
  consentOn: string | null;
  consentFile: File;
  approvalNo: string | null;
  approvalOn: string | null;
  approvalBody: string | null;
  approvalFile: File;
  named: string | null;
  projects: number;
  cost: string;
  version: number;
}

/** Of project p: what its compounds' plans cost, the final version before a draft. */
export const PLAN_COST = Prisma.sql`(SELECT coalesce(sum(x.cost), 0)::bigint FROM project_compound pc CROSS JOIN LATERAL
  (SELECT cost FROM compound_plan cp WHERE cp.compound_id = pc.compound_id ORDER BY (cp.status = 'final') DESC, cp.no DESC LIMIT 1) x WHERE pc.project_id = p.id AND pc.live)`;

const file = (alias: string) =>
  Prisma.raw(`CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`);

async function rows(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<Row[]> {
  return reader.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.id, ${namedUnit()} AS county, y.year, r.no, r.title, r.summary, r.investment::text, ${file('f')} AS file, r.status,
      r.consent_no AS "consentNo", r.consent_on::text AS "consentOn", ${file('cf')} AS "consentFile", r.approval_no AS "approvalNo", r.approval_on::text AS "approvalOn",
      r.approval_body AS "approvalBody", ${file('af')} AS "approvalFile", u.approvers ->> 'feasibility' AS named,
      coalesce(c.projects, 0)::int AS projects, coalesce(c.cost, 0)::text AS cost, r.version
    FROM feasibility_report r JOIN programme_year y ON y.id = r.programme_year_id JOIN unit u ON u.id = r.county_id
      LEFT JOIN stored_file f ON f.id = r.file_id LEFT JOIN stored_file cf ON cf.id = r.consent_file_id LEFT JOIN stored_file af ON af.id = r.approval_file_id
      LEFT JOIN LATERAL (SELECT count(*) AS projects, sum(coalesce(p.estimate, ${PLAN_COST})) AS cost FROM project p WHERE p.feasibility_id = r.id) c ON true
    WHERE r.county_id = ANY(${[...actor.counties]}::uuid[]) AND ${where} ORDER BY y.year DESC, u.sort_order, u.code, r.no DESC LIMIT 300`);
}

function answerOf(row: Row): FeasibilityAnswer {
  const { consentNo, consentOn, approvalNo, approvalOn, approvalBody, named, ...rest } = row;
  const { consentFile, approvalFile, ...plain } = rest;
  const [investment, cost] = [BigInt(row.investment), BigInt(row.cost)];
  return {
    ...plain,
    investment: formatHundredths(investment),
    consent: consentNo && consentOn ? { no: consentNo, on: consentOn, file: consentFile } : null,
    approval:
      approvalNo && approvalOn && approvalBody
        ? { no: approvalNo, on: approvalOn, body: approvalBody, file: approvalFile }
        : null,
    approver: approverOf({ county: row.county.name, named }),
    cost: formatHundredths(cost),
    difference: formatHundredths(investment - cost),
  };
}

export async function feasibilityReports(
  reader: Reader,
  actor: Actor,
  { year, county }: { year?: number; county?: string },
): Promise<FeasibilityAnswer[]> {
  const where = Prisma.sql`(${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int) AND (${county ?? null}::uuid IS NULL OR r.county_id = ${county ?? null}::uuid)`;
  return (await rows(reader, actor, where)).map(answerOf);
}

interface CoveredRow {
  id: string;
  code: string;
  name: string;
  status: string;
  compounds: number;
  planCost: string;
  estimate: string | null;
  covered: boolean;
}

function coveredOf({ planCost, estimate, covered: _, ...row }: CoveredRow): CoveredAnswer {
  const [plan, known] = [BigInt(planCost), estimate === null ? null : BigInt(estimate)];
  return {
    ...row,
    planCost: formatHundredths(plan),
    estimate: known === null ? null : formatHundredths(known),
    counted: formatHundredths(countedCost({ estimate: known, planCost: plan })),
  };
}

/** Projects that a report covers, or of its county and year those that no report covers yet. */
async function projectsAbout(reader: Reader, countyId: string, year: number, reportId: string | null) {
  return reader.$queryRaw<CoveredRow[]>(Prisma.sql`
    SELECT p.id, p.code, p.name, p.status, p.compounds, ${PLAN_COST}::text AS "planCost", p.estimate::text, p.feasibility_id IS NOT NULL AS covered
    FROM project p JOIN programme_year y ON y.id = p.programme_year_id
    WHERE (p.feasibility_id = ${reportId}::uuid OR (p.feasibility_id IS NULL AND p.county_id = ${countyId}::uuid AND y.year = ${year}::int AND p.status <> 'withdrawn'))
    ORDER BY p.code LIMIT 600`);
}

export async function feasibilityDetail(reader: Reader, actor: Actor, id: string): Promise<FeasibilityDetail | null> {
  const [row] = await rows(reader, actor, Prisma.sql`r.id = ${id}::uuid`);
  if (!row) return null;
  const about = await projectsAbout(reader, row.county.id, row.year, id);
  return {
    ...answerOf(row),
    covered: about.filter(({ covered }) => covered).map(coveredOf),
    others: about.filter(({ covered }) => !covered).map(coveredOf),
  };
}
