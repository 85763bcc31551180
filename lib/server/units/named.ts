import 'server-only';
import { Prisma } from '@/lib/server/db/sql';

/** Of unit u, or of another alias: who it is in both languages, one JSON object. */
export const namedUnit = (alias = 'u'): Prisma.Sql =>
  Prisma.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en)`);

/** The same of a unit that need not be there. */
export const namedUnitIfAny = (alias: string): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${Prisma.raw(alias)}.id IS NOT NULL THEN ${namedUnit(alias)} END`;

/** For lines of several names: the English one, else the one that it has. */
export const englishName = (alias: string): Prisma.Sql => Prisma.raw(`coalesce(${alias}.name_en, ${alias}.name)`);
