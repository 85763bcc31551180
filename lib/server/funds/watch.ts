import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';

/** Lists over whole counties are of the bodies: a town or an implementing entity sees its projects' money at the project. */
export const isOfBodies = ({ level }: Actor): Prisma.Sql =>
  level === 'prefecture' || level === 'county' ? Prisma.sql`true` : Prisma.sql`false`;
