import 'server-only';
import type { CompoundListQuery } from '@/lib/domain/compounds/list-query';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';

interface Kept {
  dimension: string;
  keys: string[];
}

const one = (dimension: string, key: string | undefined): Kept[] =>
  key === undefined ? [] : [{ dimension, keys: [key] }];

/** Filters of which nobody keeps a sum. */
const isCounted = ({ q, status, yearFrom, yearTo, facility, condition }: CompoundListQuery): boolean =>
  Boolean(q) ||
  status !== 'active' ||
  yearFrom !== undefined ||
  yearTo !== undefined ||
  (condition !== undefined && facility === undefined);

/** Which of the kept sums (0004) say how many compounds fit; null: they must be counted, since sums of two things at once are not kept. */
export function keptOf(query: CompoundListQuery): Kept | null {
  if (isCounted(query)) return null;
  const { facility, condition } = query;
  const wanted = [
    ...one('decade', query.decade),
    ...one('ownership', query.ownership),
    ...one('willingness', query.willingness),
    ...one('reason', query.reason),
    ...one('missing', query.missing),
    ...one('ready', query.ready),
    ...(facility === undefined
      ? []
      : [
          {
            dimension: 'facility',
            keys: (condition ? [condition] : ['poor', 'missing']).map((one) => `${facility}:${one}`),
          },
        ]),
  ];
  if (wanted.length > 1) return null;
  return wanted[0] ?? { dimension: 'all', keys: [''] };
}

const and = (value: string | undefined, sql: (value: string) => Prisma.Sql): Prisma.Sql =>
  value === undefined ? Prisma.empty : Prisma.sql`AND ${sql(value)}`;

/** How many compounds fit, as an expression: read from the sums that are kept, else counted by the list's own conditions. */
export function totalOf(actor: Actor, query: CompoundListQuery, conditions: Prisma.Sql): Prisma.Sql {
  const kept = keptOf(query);
  if (!kept) return Prisma.sql`(SELECT count(*) FROM compound c WHERE ${conditions})`;
  const ofCounties =
    (actor.level === 'prefecture' || actor.level === 'county') && !query.subdistrict && !query.community;
  return Prisma.sql`(SELECT coalesce(sum(k.compounds), 0) FROM ${Prisma.raw(ofCounties ? 'survey_total' : 'survey_place_total')} k
    WHERE k.county_id = ANY(${[...actor.counties]}::uuid[]) AND k.dimension = ${kept.dimension} AND k.key = ANY(${kept.keys}::text[])
      ${and(query.eligibility, (outcome) => Prisma.sql`k.outcome = ${outcome}`)}
      ${and(query.county, (id) => Prisma.sql`k.county_id = ${id}::uuid`)}
      ${and(query.subdistrict, (id) => Prisma.sql`k.subdistrict_id = ${id}::uuid`)}
      ${and(query.community, (id) => Prisma.sql`k.community_id = ${id}::uuid`)})`;
}
