import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import { visibleBatch } from '@/lib/server/funds/batch-rows';
import { type Branch, dayOf, issuedIf } from './branch';

const counties = (actor: Actor, column: string) =>
  Prisma.sql`${Prisma.raw(column)} = ANY(${[...actor.counties]}::uuid[])`;
const isOffice = ({ level }: Actor) => level === 'prefecture' || level === 'county';

const annualPlans = (actor: Actor): Branch => ({
  kind: 'annualPlan',
  from: Prisma.sql`annual_plan a`,
  where: Prisma.sql`a.prefecture_id = ${actor.prefectureId}::uuid`,
  id: Prisma.sql`a.id`,
  on: Prisma.sql`coalesce(a.document_on, ${dayOf('a.updated_at')})`,
  title: Prisma.sql`a.title`,
  documentNo: Prisma.sql`a.document_no`,
  state: issuedIf(Prisma.sql`a.status = 'confirmed'`),
});

const fundBatches = (actor: Actor): Branch => ({
  kind: 'fundBatch',
  from: Prisma.sql`fund_batch b`,
  where: visibleBatch(actor),
  id: Prisma.sql`b.id`,
  on: Prisma.sql`b.document_on`,
  title: Prisma.sql`b.title`,
  documentNo: Prisma.sql`b.document_no`,
  state: issuedIf(Prisma.sql`b.status = 'issued'`),
});

/** As the county sent it; one that was given back has another sent after it. A summary names every project of the county: it is the offices'. */
const countyMonths = (actor: Actor): Branch => ({
  kind: 'countyMonth',
  from: Prisma.sql`county_month m JOIN unit w ON w.id = m.county_id`,
  where: Prisma.sql`${isOffice(actor)} AND m.status <> 'returned' AND ${counties(actor, 'm.county_id')}`,
  id: Prisma.sql`m.id`,
  on: dayOf('m.received_at'),
  title: Prisma.sql`w.name || to_char(m.month, 'YYYY"年"FMMM"月"') || '老旧小区改造项目进展月度汇总表'`,
  state: Prisma.sql`'issued'`,
  county: Prisma.sql`m.county_id`,
  place: Prisma.sql`json_build_object('county', m.county_id, 'month', to_char(m.month, 'YYYY-MM'))`,
});

/** Of each year that was opened, of the reader's own office: it is told from the records as they stand, and is a draft while the year goes on. */
const statistics = (actor: Actor): Branch => ({
  kind: 'nationalStatistics',
  from: Prisma.sql`programme_year y JOIN unit w ON w.id = ${actor.level === 'county' ? actor.countyId : actor.prefectureId}::uuid`,
  where: Prisma.sql`${isOffice(actor)} AND y.prefecture_id = ${actor.prefectureId}::uuid AND y.year BETWEEN 2000 AND 2100`,
  id: Prisma.sql`y.id`,
  on: Prisma.sql`CASE WHEN y.current THEN anju_today() ELSE make_date(y.year, 12, 31) END`,
  title: Prisma.sql`w.name || y.year || '年度城镇老旧小区改造统计表'`,
  state: issuedIf(Prisma.sql`NOT y.current`),
  ...(actor.countyId && { county: Prisma.sql`${actor.countyId}::uuid` }),
  place: Prisma.sql`json_build_object('table', 'national', 'year', y.year)`,
});

const supervisions = (actor: Actor): Branch => ({
  kind: 'supervision',
  from: Prisma.sql`supervision s`,
  where: counties(actor, 's.county_id'),
  id: Prisma.sql`s.id`,
  on: Prisma.sql`s.issued_on`,
  title: Prisma.sql`s.title`,
  documentNo: Prisma.sql`s.document_no`,
  state: Prisma.sql`CASE s.status WHEN 'withdrawn' THEN 'void' ELSE 'issued' END`,
  county: Prisma.sql`s.county_id`,
});

const ofCard = (actor: Actor): Omit<Branch, 'kind' | 'on' | 'title' | 'state'> => ({
  from: Prisma.sql`scorecard c JOIN score_season s ON s.id = c.season_id JOIN programme_year y ON y.id = s.programme_year_id JOIN unit w ON w.id = c.county_id`,
  where: counties(actor, 'c.county_id'),
  id: Prisma.sql`c.id`,
  county: Prisma.sql`c.county_id`,
  place: Prisma.sql`json_build_object('county', c.county_id, 'year', y.year)`,
});

/** No report where the card was taken in without the county (lib/domain/scorecards/season/seen.ts). */
const selfReports = (actor: Actor): Branch => ({
  ...ofCard(actor),
  kind: 'selfReport',
  where: Prisma.sql`${counties(actor, 'c.county_id')} AND NOT (c.submissions > 0 AND c.status <> 'open' AND c.taken_in_reason IS NOT NULL)`,
  on: dayOf('coalesce(c.submitted_at, c.created_at)'),
  title: Prisma.sql`w.name || '关于' || y.year || '年度城镇老旧小区改造绩效评价的自评报告'`,
  state: issuedIf(Prisma.sql`c.status <> 'open'`),
});

const annexes = (actor: Actor): Branch => ({
  ...ofCard(actor),
  kind: 'annex',
  on: Prisma.sql`CASE WHEN c.status = 'final' THEN coalesce(s.consent_on, ${dayOf('s.closed_at')}) ELSE ${dayOf('coalesce(c.reviewed_at, c.submitted_at, c.created_at)')} END`,
  title: Prisma.sql`y.year || '年' || w.name || '绩效评价表'`,
  documentNo: Prisma.sql`CASE WHEN s.status = 'closed' THEN s.consent_no END`,
  state: issuedIf(Prisma.sql`c.status = 'final'`),
});

const decisionSheets = (actor: Actor): Branch => ({
  kind: 'decisionSheet',
  from: Prisma.sql`score_season s JOIN programme_year y ON y.id = s.programme_year_id JOIN unit w ON w.id = s.prefecture_id`,
  where: Prisma.sql`s.prefecture_id = ${actor.prefectureId}::uuid`,
  id: Prisma.sql`s.id`,
  on: Prisma.sql`CASE WHEN s.status = 'closed' THEN coalesce(s.consent_on, ${dayOf('s.closed_at')}) ELSE ${dayOf('coalesce(s.deliberated_at, s.created_at)')} END`,
  title: Prisma.sql`w.name || y.year || '年度城镇老旧小区改造绩效评价审议表'`,
  documentNo: Prisma.sql`CASE WHEN s.status = 'closed' THEN s.consent_no END`,
  state: issuedIf(Prisma.sql`s.status = 'closed'`),
  place: Prisma.sql`json_build_object('year', y.year)`,
});

/** Papers of whole counties and of the prefecture. */
export const programmeBranches = (actor: Actor): Branch[] => [
  annualPlans(actor),
  fundBatches(actor),
  countyMonths(actor),
  statistics(actor),
  supervisions(actor),
  selfReports(actor),
  annexes(actor),
  decisionSheets(actor),
];
