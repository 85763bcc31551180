import 'server-only';
import { formatArea } from '@/lib/domain/kernel/area';
import { Prisma } from '@/lib/server/db/sql';

/** Integers of 0.01 m² as decimal text with two places; exact, since 0.01 is numeric. NULL stays NULL. */
export const areaText = (column: string): Prisma.Sql => Prisma.raw(`(${column} * 0.01)::text`);

/** Instants in JSON. */
export const instant = (column: string): Prisma.Sql =>
  Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

type ColumnType = 'text' | 'int' | 'bigint' | 'boolean' | 'uuid' | 'numeric' | 'jsonb';
export type Columns<K extends string> = Record<K, readonly [column: string, type: ColumnType]>;

/** SET list of the fields that were sent: an absent field is unchanged, null clears. */
export function assignments<K extends string>(
  columns: Columns<K>,
  input: Partial<Record<NoInfer<K>, unknown>>,
): Prisma.Sql[] {
  return (Object.keys(columns) as K[])
    .filter((field) => input[field] !== undefined)
    .map((field) => {
      const [column, type] = columns[field];
      return Prisma.sql`${Prisma.raw(column)} = ${input[field] ?? null}::${Prisma.raw(type)}`;
    });
}

/** Column names and values of an INSERT, in one order. */
export function insertion<K extends string>(columns: Columns<K>, input: Partial<Record<NoInfer<K>, unknown>>) {
  const fields = (Object.keys(columns) as K[]).filter((field) => input[field] !== undefined && input[field] !== null);
  return {
    names: fields.map((field) => Prisma.raw(columns[field][0])),
    values: fields.map((field) => Prisma.sql`${input[field]}::${Prisma.raw(columns[field][1])}`),
  };
}

/** What was sent, as it was sent: areas are text again. For the answer to a conflict. */
export function asSent(input: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, typeof value === 'bigint' ? formatArea(value) : value]),
  );
}
