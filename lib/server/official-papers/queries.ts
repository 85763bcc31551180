import 'server-only';
import { readableKinds } from '@/lib/domain/papers/official/readable';
import { PAPER_CODES, type PaperCode, placeInRegister } from '@/lib/domain/papers/official/register';
import {
  COUNTED_UP_TO,
  type OfficialPaperList,
  type OfficialPaperQuery,
  type OfficialPaperRow,
} from '@/lib/domain/papers/official/schema';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { cursorOf, placeOf } from '@/lib/server/compounds/cursor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { like } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnitIfAny } from '@/lib/server/units/named';
import type { Branch } from './branch';
import { compoundBranches } from './branches-compounds';
import { programmeBranches } from './branches-programme';
import { projectBranches } from './branches-projects';
import { formatsOf, payersOf, recordOf } from './links';

const NOTHING = Prisma.sql`NULL`;

/** The records of one kind, as the one list has them. */
const rowsOf = ({ kind, from, where, ...branch }: Branch): Prisma.Sql => Prisma.sql`
  SELECT ${placeInRegister(kind)}::int AS ord, ${branch.id} AS id, ${branch.on} AS day, (${branch.title})::text AS title, (${branch.documentNo ?? NOTHING})::text AS document_no,
    ${branch.state} AS state, (${branch.county ?? NOTHING})::uuid AS county_id, (${branch.about ?? NOTHING})::text AS about, (${branch.place ?? NOTHING})::jsonb AS place
  FROM ${from} WHERE ${where}`;

/** What is asked of every kind alike. */
function conditions({ county, year, q }: OfficialPaperQuery): Prisma.Sql {
  const words = (q ?? '').normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, 8);
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(county ? [Prisma.sql`x.county_id = ${county}::uuid`] : []),
      ...(year ? [Prisma.sql`x.day BETWEEN make_date(${year}::int, 1, 1) AND make_date(${year}::int, 12, 31)`] : []),
      ...words.map(
        (word) =>
          Prisma.sql`(x.title ILIKE ${like(word)} OR x.document_no ILIKE ${like(word)} OR x.about ILIKE ${like(word)})`,
      ),
    ],
    ' AND ',
  );
}

interface Cursor {
  day: string;
  ord: number;
  id: string;
}

/** undefined: from the beginning; null: none of ours. */
function cursorFrom(text: string | undefined): Cursor | null | undefined {
  if (text === undefined) return undefined;
  const place = placeOf(text);
  const [, day, ord] = /^(\d{4}-\d{2}-\d{2})\|(\d{1,2})$/.exec(String(place?.[1] ?? '')) ?? [];
  if (!place || !day || !ord || Number.isNaN(Date.parse(day))) return null;
  return { day, ord: Number(ord), id: place[2] };
}

/** Each kind brings its own newest rows, no more than a page of them: how many there are of it beyond does not matter. */
function page(branches: readonly Branch[], query: OfficialPaperQuery, after: Cursor | undefined): Prisma.Sql {
  const from = after
    ? Prisma.sql`AND x.day <= ${after.day}::date AND (x.day, x.ord, x.id) < (${after.day}::date, ${after.ord}::int, ${after.id}::uuid)`
    : Prisma.empty;
  const each = branches.map(
    (branch) => Prisma.sql`(SELECT * FROM (${rowsOf(branch)}) x WHERE ${conditions(query)} ${from}
      ORDER BY x.day DESC, x.id DESC LIMIT ${query.limit + 1}::int)`,
  );
  return Prisma.sql`SELECT * FROM (${Prisma.join(each, ' UNION ALL ')}) one ORDER BY day DESC, ord DESC, id DESC LIMIT ${query.limit + 1}::int`;
}

const counted = (branch: Branch, query: OfficialPaperQuery): Prisma.Sql => Prisma.sql`
  SELECT ${placeInRegister(branch.kind)}::int AS ord, (SELECT count(*)::int FROM
    (SELECT 1 FROM (${rowsOf(branch)}) x WHERE ${conditions(query)} LIMIT ${COUNTED_UP_TO + 1}::int) few) AS count`;

interface Row extends Omit<OfficialPaperRow, 'kind' | 'formats' | 'record'> {
  ord: number;
  place: Record<string, string | number> | null;
}

async function ask(
  reader: Reader,
  branches: readonly Branch[],
  { query, after }: { query: OfficialPaperQuery; after: Cursor | undefined },
) {
  const shown = branches.filter(({ kind }) => query.kind === undefined || kind === query.kind);
  if (shown.length === 0) return { rows: [], counts: [] };
  const [found] = await reader.$queryRaw<{ rows: Row[]; counts: { ord: number; count: number }[] }[]>`
    SELECT (SELECT coalesce(json_agg(json_build_object('ord', r.ord, 'id', r.id, 'on', r.day, 'title', r.title, 'documentNo', r.document_no, 'state', r.state,
        'county', ${namedUnitIfAny('u')}, 'about', r.about, 'place', r.place) ORDER BY r.day DESC, r.ord DESC, r.id DESC), '[]')
      FROM (${page(shown, query, after)}) r LEFT JOIN unit u ON u.id = r.county_id) AS rows,
      (SELECT json_agg(json_build_object('ord', k.ord, 'count', k.count) ORDER BY k.ord)
        FROM (${Prisma.join(
          branches.map((branch) => counted(branch, query)),
          ' UNION ALL ',
        )}) k) AS counts`;
  return found ?? { rows: [], counts: [] };
}

/** The official papers that can be made of the records this person may open, newest first. null: the cursor is none of ours. */
export async function officialPapers(
  reader: Reader,
  actor: Actor,
  query: OfficialPaperQuery,
): Promise<OfficialPaperList | null> {
  const after = cursorFrom(query.cursor);
  if (after === null) return null;
  const readable = new Set<PaperCode>(readableKinds(actor.role));
  const { fiscal } = ledgerRulesOf((await rulebookInForce(reader)).rulebook);
  const branches = [...compoundBranches(actor), ...projectBranches(actor, fiscal), ...programmeBranches(actor)].filter(
    ({ kind }) => readable.has(kind),
  );
  const { rows, counts } = await ask(reader, branches, { query, after });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const payers = await payersOf(
    reader,
    items.filter(({ ord }) => PAPER_CODES[ord] === 'paymentNotice').map(({ id }) => id),
    fiscal,
  );
  return {
    items: items.map(({ ord, place, ...row }) => {
      const kind = PAPER_CODES[ord] as PaperCode;
      const filled = { ...placeTexts(place), id: row.id };
      return { ...row, kind, formats: formatsOf(kind, filled, payers), record: recordOf(kind, filled) };
    }),
    nextCursor: rows.length > query.limit && last ? cursorOf(['after', `${last.on}|${last.ord}`, last.id]) : null,
    kinds: counts.map(({ ord, count }) => ({
      kind: PAPER_CODES[ord] as PaperCode,
      count: Math.min(count, COUNTED_UP_TO),
      more: count > COUNTED_UP_TO,
    })),
  };
}

const placeTexts = (place: Row['place']): Record<string, string> =>
  Object.fromEntries(Object.entries(place ?? {}).map(([name, value]) => [name, String(value)]));
