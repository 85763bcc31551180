import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import { projectScope } from '@/lib/server/projects/scope';
import { type Branch, dayOf, issuedIf } from './branch';
import { askedParts } from './links';

const scope = (actor: Actor, alias: string) =>
  projectScope(actor, Prisma.raw(`${alias}.project_id`), Prisma.raw(`${alias}.county_id`));
/** Of its project, named by `p`, with the record's own alias. */
const ofProject = (table: string, alias: string): Pick<Branch, 'from' | 'id' | 'county' | 'about' | 'place'> => ({
  from: Prisma.raw(`${table} ${alias} JOIN project p ON p.id = ${alias}.project_id`),
  id: Prisma.raw(`${alias}.id`),
  county: Prisma.raw(`${alias}.county_id`),
  about: Prisma.sql`p.name`,
  place: Prisma.raw(`json_build_object('project', ${alias}.project_id)`),
});

const applications = (actor: Actor): Branch => ({
  ...ofProject('application', 'a'),
  kind: 'application',
  where: scope(actor, 'a'),
  on: Prisma.sql`a.applied_on`,
  title: Prisma.sql`p.name || '改造申请'`,
  state: Prisma.sql`CASE WHEN a.status IN ('returned', 'withdrawn') THEN 'void' ELSE 'issued' END`,
});

/** Agreed sheets that ask somebody besides the government (lib/domain/sharing/notices.ts). */
const paymentNotices = (actor: Actor, fiscal: readonly string[]): Branch => ({
  kind: 'paymentNotice',
  from: Prisma.sql`sharing s JOIN project p ON p.id = s.project_id`,
  where: Prisma.sql`${scope(actor, 's')} AND s.agreed_no IS NOT NULL
    AND EXISTS (SELECT 1 FROM agreed_share a WHERE a.project_id = s.project_id AND ${askedParts(fiscal)})`,
  id: Prisma.sql`s.project_id`,
  on: dayOf('s.agreed_at'),
  title: Prisma.sql`p.name || '缴款通知书'`,
  state: Prisma.sql`'issued'`,
  county: Prisma.sql`s.county_id`,
  about: Prisma.sql`p.name`,
});

const stopWorks = (actor: Actor): Branch => ({
  ...ofProject('stop_work', 's'),
  kind: 'stopWork',
  where: scope(actor, 's'),
  on: Prisma.sql`s.issued_on`,
  title: Prisma.sql`'关于责令' || (s.names->>'project') || '停工整改的通知'`,
  documentNo: Prisma.sql`s.no`,
  state: Prisma.sql`'issued'`,
});

const lifted = (actor: Actor): Branch => ({
  ...stopWorks(actor),
  kind: 'resumeWork',
  where: Prisma.sql`${scope(actor, 's')} AND s.lifted_on IS NOT NULL`,
  on: Prisma.sql`s.lifted_on`,
  title: Prisma.sql`'关于' || (s.names->>'project') || '复工的通知'`,
});

const acceptances = (actor: Actor): Branch => ({
  ...ofProject('acceptance', 'a'),
  kind: 'acceptance',
  where: scope(actor, 'a'),
  on: Prisma.sql`a.held_on`,
  title: Prisma.sql`p.name || '联合竣工验收意见书'`,
  state: issuedIf(Prisma.sql`a.status <> 'draft'`),
});

/** A list with at least one line; it is final with the acceptance. */
const handovers = (actor: Actor): Branch => ({
  kind: 'handoverList',
  from: Prisma.sql`project p CROSS JOIN LATERAL (SELECT max(h.updated_at) AS at, bool_or(h.retired_at IS NULL) AS stands FROM handover_item h WHERE h.project_id = p.id) h`,
  where: Prisma.sql`${projectScope(actor)} AND h.stands`,
  id: Prisma.sql`p.id`,
  on: dayOf('h.at'),
  title: Prisma.sql`p.name || '移交清单'`,
  state: issuedIf(Prisma.sql`EXISTS (SELECT 1 FROM acceptance x WHERE x.project_id = p.id AND x.status = 'passed')`),
  county: Prisma.sql`p.county_id`,
  about: Prisma.sql`p.name`,
});

/** Papers of a project, from the application to the handover. */
export const projectBranches = (actor: Actor, fiscal: readonly string[]): Branch[] => [
  applications(actor),
  paymentNotices(actor, fiscal),
  stopWorks(actor),
  lifted(actor),
  acceptances(actor),
  handovers(actor),
];
