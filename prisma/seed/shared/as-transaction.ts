import type pg from 'pg';
import { types } from 'pg';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';

type Parsed = Parameters<typeof types.setTypeParser>[0];

/** Whole numbers of 64 bits are bigint, as Prisma answers them. */
const parsers = {
  getTypeParser: (oid: Parsed, format?: 'text' | 'binary') =>
    oid === types.builtins.INT8 ? BigInt : types.getTypeParser(oid, format as 'text'),
};

function statement(query: TemplateStringsArray | Prisma.Sql, values: unknown[]) {
  const asked = 'raw' in query ? Prisma.sql(query, ...values) : query;
  return { text: asked.text, values: asked.values, types: parsers };
}

/**
 * The seed's own connection as the product's commands take one, so that what is loaded went through the rules of the product and not past
 * them. It has the statements written by hand, which is all that those commands ask. What a command asks at once is asked one after the other:
 * a connection answers one question at a time.
 */
export function asTransaction(client: pg.Client): Tx {
  let last: Promise<unknown> = Promise.resolve();
  const ask = (query: pg.QueryConfig): Promise<pg.QueryResult> => {
    const answer = last.then(() => client.query(query));
    last = answer.catch(() => undefined);
    return answer;
  };
  const raw = {
    $queryRaw: async (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await ask(statement(query, values))).rows,
    $executeRaw: async (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await ask(statement(query, values))).rowCount ?? 0,
    $queryRawUnsafe: async (text: string, ...values: unknown[]) => (await ask({ text, values })).rows,
  };
  return raw as unknown as Tx;
}
