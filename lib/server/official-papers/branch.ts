import 'server-only';
import type { PaperCode } from '@/lib/domain/papers/official/register';
import { Prisma } from '@/lib/server/db/sql';

/** The records that one kind of paper is made of, as columns of the one list. Aliases are the branch's own. */
export interface Branch {
  kind: PaperCode;
  from: Prisma.Sql;
  /** within the reader's territory, as the record's own route asks it, and where the file can be made */
  where: Prisma.Sql;
  id: Prisma.Sql;
  /** 成文日期, a date */
  on: Prisma.Sql;
  title: Prisma.Sql;
  documentNo?: Prisma.Sql;
  /** 'draft', 'issued' or 'void' */
  state: Prisma.Sql;
  /** the county whose paper it is; absent: the prefecture's */
  county?: Prisma.Sql;
  /** project or compound by name */
  about?: Prisma.Sql;
  /** what fills the addresses of the register besides `id`, an expression of json */
  place?: Prisma.Sql;
}

/** The day of an instant in the office. */
export const dayOf = (instant: string): Prisma.Sql => Prisma.raw(`(${instant} AT TIME ZONE 'Asia/Shanghai')::date`);

export const issuedIf = (condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${condition} THEN 'issued' ELSE 'draft' END`;
