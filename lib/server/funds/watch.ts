import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { todayOf } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';

/** For how many days money may wait, and the day of which that is asked. */
export async function waitingRule(reader: Reader): Promise<[{ days: number }, CalendarDate]> {
  const [{ rulebook }, today] = await Promise.all([rulebookInForce(reader), todayOf(reader)]);
  return [ledgerRulesOf(rulebook).idle, today as CalendarDate];
}

/** Lists over whole counties are of the bodies: a town or an implementing entity sees its projects' money at the project. */
export const isOfBodies = ({ level }: Actor): Prisma.Sql =>
  level === 'prefecture' || level === 'county' ? Prisma.sql`true` : Prisma.sql`false`;

/** Which counties a list is about, behind a column; one is asked for with `=`, which the planner can weigh. */
export function ofCounties({ counties }: Actor, county: string | undefined): Prisma.Sql {
  const wanted = county === undefined ? counties : counties.filter((one) => one === county);
  const [only] = wanted;
  return only !== undefined && wanted.length === 1
    ? Prisma.sql`= ${only}::uuid`
    : Prisma.sql`= ANY(${[...wanted]}::uuid[])`;
}

/** Of rows with a programme year; without one asked for the condition is not there. */
export const ofYear = (alias: string, year: number | undefined): Prisma.Sql[] =>
  year === undefined
    ? []
    : [
        Prisma.sql`${Prisma.raw(alias)}.programme_year_id IN (SELECT y.id FROM programme_year y WHERE y.year = ${year}::int)`,
      ];

/** How many rows are shown is part of the text: for fifty the planner follows keys, for all it reads whole tables. */
export const pageOf = (page: number, limit: number): Prisma.Sql =>
  Prisma.sql`LIMIT ${Prisma.raw(String(limit))} OFFSET ${(page - 1) * limit}::int`;
