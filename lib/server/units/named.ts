import 'server-only';
import { Prisma } from '@/lib/server/db/sql';

/** Of unit u, or of another alias: who it is in both languages, one JSON object. */
export const namedUnit = (alias = 'u'): Prisma.Sql =>
  Prisma.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en)`);
