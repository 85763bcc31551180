import 'server-only';
import { COMPOUND_STATUS_LABELS } from '@/lib/domain/compounds/labels';
import type { CompoundStatus } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitNames } from '@/lib/format/unit-name';
import { compoundsSearched } from '@/lib/server/compounds/list';
import { Prisma } from '@/lib/server/db/sql';
import { namedUnit, namedUnitIfAny } from '@/lib/server/units/named';
import { BROUGHT, nearFirst } from './near';
import { type Asked, found, note } from './shown';

interface Row {
  id: string;
  code: string;
  name: string;
  pinyin: string;
  status: CompoundStatus;
  places: (NamedUnit | null)[];
}

/** Those that are not kept any more come last, and say so. */
export async function compoundHits({ reader, actor, locale, q }: Asked) {
  const rows = await reader.$queryRaw<Row[]>`
    WITH near AS MATERIALIZED (
      SELECT c.id, row_number() OVER () AS n FROM (SELECT c.id FROM compound c
        WHERE c.county_id = ANY(${[...actor.counties]}::uuid[]) AND ${Prisma.join(compoundsSearched(q), ' AND ')}
        ORDER BY c.status <> 'active', ${nearFirst(q, { name: 'c.name', code: 'c.code', pinyin: 'c.pinyin' })}, c.pinyin, c.id LIMIT ${BROUGHT}::int) c)
    SELECT c.id, c.code, c.name, c.pinyin, c.status, json_build_array(${actor.level === 'prefecture' ? namedUnit('cu') : Prisma.sql`NULL::json`},
      ${namedUnitIfAny('su')}, ${namedUnitIfAny('mu')}) AS places
    FROM near JOIN compound c ON c.id = near.id JOIN unit cu ON cu.id = c.county_id LEFT JOIN unit su ON su.id = c.subdistrict_id
      LEFT JOIN unit mu ON mu.id = c.community_id ORDER BY near.n`;
  return found('compounds', rows, {
    q,
    last: (row) => row.status !== 'active',
    knownBy: (row) => row,
    hit: (row) => ({
      kind: 'compound',
      id: row.id,
      title: row.name,
      note: note([
        row.code,
        ...unitNames(row.places, locale),
        row.status !== 'active' && labelIn(COMPOUND_STATUS_LABELS[row.status], locale),
      ]),
      href: `/compounds/${row.id}`,
    }),
    all: `/compounds?${new URLSearchParams({ q, status: 'all' })}`,
  });
}
