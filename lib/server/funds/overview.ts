import 'server-only';
import {
  addFundFigures,
  byMonth,
  bySource,
  type CountySum,
  type Flow,
  figuresOfSums,
  fiscalOf,
  flowsOf,
  type Measure,
  type MonthSum,
  type SourceSum,
} from '@/lib/domain/funds/overview';
import { type FundOverview, type FundOverviewQuery, figuresText, movedText } from '@/lib/domain/funds/overview-answers';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { FUNDING_SOURCES } from '@/lib/domain/rulebook/schema-funding';
import type { Actor } from '@/lib/server/actor';
import { yearUnknown } from '@/lib/server/annual/year';
import { type Answer, done, JsonText, notFound, refused } from '@/lib/server/answer';
import { keepRulebook, knownRulebooks } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { type BodiesScope, bodiesScope } from '@/lib/server/units/bodies';

type Line<Key extends unknown[]> = [...Key, measure: Measure, fen: string];
interface Kept {
  year: number;
  rulebookId: string;
  /** the version itself where it was not known */
  rulebook: unknown;
  units: { id: string; code: string; name: string; nameEn: string | null }[];
  sources: Line<[source: string, kind: string]>[];
  counties: Line<[countyId: string]>[];
  months: Line<[month: string]>[];
  flows: [source: string, item: string, fen: string][];
}
/** What follows from the sums, by rules. */
type Rest = Omit<FundOverview, 'asOf'>;
interface Row {
  now: string;
  /** Kept, as JSON */
  kept: string;
}

const grouped = (of: string, keys: string, as = keys) =>
  Prisma.raw(
    `(SELECT json_agg(json_build_array(${as}, measure, fen)) FROM (SELECT ${keys}, measure, sum(amount)::text AS fen FROM ${of} GROUP BY ${keys}, measure) g)`,
  );

/** Everything by one statement over what is kept: so much however many entries there are. */
async function keptOf(reader: Reader, actor: Actor, scope: BodiesScope, year: number | null) {
  const within = Prisma.sql`programme_year_id = (SELECT id FROM y) AND county_id = ANY(${scope.counties}::uuid[])`;
  const [row] = await reader.$queryRaw<Row[]>`
    WITH y AS MATERIALIZED (SELECT id, year, rulebook_id FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND (${year}::int IS NULL OR year = ${year}::int)
        ORDER BY current DESC, year DESC LIMIT 1),
      moved AS MATERIALIZED (SELECT county_id, source, fund_kind, measure, month, amount FROM ledger_total WHERE ${within}),
      sums AS MATERIALIZED (SELECT county_id, source, fund_kind, measure, sum(amount) AS amount FROM moved GROUP BY 1, 2, 3, 4
        UNION ALL SELECT county_id, source, fund_kind, 'planned', amount FROM fund_planned_total WHERE ${within} AND amount <> 0)
    SELECT to_char(anju_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now, json_build_object('year', y.year, 'rulebookId', y.rulebook_id,
      'rulebook', CASE WHEN y.rulebook_id <> ALL (${knownRulebooks()}::uuid[]) THEN (SELECT content FROM rulebook_version WHERE id = y.rulebook_id) END,
      'units', (SELECT json_agg(json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'nameEn', u.name_en) ORDER BY u.sort_order, u.code, u.id)
        FROM unit u WHERE u.id = ${scope.unitId}::uuid OR (u.id = ANY(${scope.counties}::uuid[]) AND u.kind = 'county')),
      'sources', ${grouped('sums', 'source, fund_kind')}, 'counties', ${grouped('sums', 'county_id')},
      'months', ${grouped('moved', 'month', `to_char(month, 'YYYY-MM')`)},
      'flows', (SELECT json_agg(json_build_array(source, item, fen)) FROM (SELECT source, item, sum(paid)::text AS fen FROM fund_flow WHERE ${within} GROUP BY 1, 2) g))::text AS kept
    FROM y`;
  return row;
}

function keptIn(text: string): Kept {
  const kept = JSON.parse(text) as { [K in keyof Kept]: Kept[K] | null };
  const none = { units: [], sources: [], counties: [], months: [], flows: [] };
  const told = Object.entries(kept).filter(([, value]) => value !== null);
  return { ...none, ...(Object.fromEntries(told) as unknown as Kept) };
}

function countiesOf({ counties, units }: Kept, scope: BodiesScope): FundOverview['counties'] {
  const sums = counties.map(([countyId, measure, fen]): CountySum => ({ countyId, measure, amount: BigInt(fen) }));
  const groups = groupBy(sums, ({ countyId }) => countyId);
  return units
    .filter(({ id }) => scope.counties.includes(id))
    .map((unit) => ({ ...unit, ...figuresText(figuresOfSums(groups.get(unit.id) ?? [])) }));
}

function assembled(kept: Kept, scope: BodiesScope, rulebook: Rulebook): Rest {
  const sums = kept.sources.map(
    ([source, kind, measure, fen]): SourceSum => ({ source, kind, measure, amount: BigInt(fen) }),
  );
  const months = kept.months.map(([month, measure, fen]): MonthSum => ({ month, measure, amount: BigInt(fen) }));
  const flows = kept.flows.map(([source, item, fen]): Flow => ({ source, item, paid: BigInt(fen) }));
  const sources = bySource(sums, rulebook);
  const own = kept.units.find(({ id }) => id === scope.unitId);
  return {
    year: kept.year,
    unit: { id: scope.unitId, name: own?.name ?? '', nameEn: own?.nameEn ?? null, level: scope.level },
    totals: figuresText(addFundFigures(sources)),
    fiscal: figuresText(fiscalOf(sources, rulebook)),
    sources: sources.map(({ source, kinds, ...all }) => ({
      source,
      ...figuresText(all),
      kinds: kinds.map(({ kind, ...one }) => ({ kind, ...figuresText(one) })),
    })),
    counties: countiesOf(kept, scope),
    months: byMonth(months).map(({ month, soFar, ...of }) => ({ month, ...movedText(of), soFar: movedText(soFar) })),
    flows: flowsOf(flows, FUNDING_SOURCES).map(({ paid, ...of }) => ({ ...of, paid: formatMoney(paid) })),
  };
}

const KNOWN = 100;
const assembledBefore = new Map<string, string>();

/** The same sums make the same answer: it is put together once, as JSON, until one of them moves. The sums themselves are asked for each time. */
function restOf(text: string, scope: BodiesScope): string {
  const key = `${scope.level}/${scope.unitId} ${text}`;
  const known = assembledBefore.get(key);
  if (known) return known;
  const kept = keptIn(text);
  const rest = JSON.stringify(assembled(kept, scope, keepRulebook(kept.rulebookId, kept.rulebook)));
  if (assembledBefore.size >= KNOWN) assembledBefore.clear();
  assembledBefore.set(key, rest);
  return rest;
}

/** 资金总览 of the prefecture or a county, for a programme year, as the text of an answer: it is not taken apart and put together again. */
export async function fundOverviewJson(
  reader: Reader,
  actor: Actor,
  { year, county }: FundOverviewQuery,
): Promise<Answer<JsonText>> {
  const scope = bodiesScope(actor, county);
  if (!scope) return notFound();
  const row = await keptOf(reader, actor, scope, year ?? null);
  if (!row) return year === undefined ? notFound() : refused(yearUnknown(year));
  return done(new JsonText(`{"asOf":"${row.now}",${restOf(row.kept, scope).slice(1)}`));
}

/** The same for a page. */
export async function fundOverview(
  reader: Reader,
  actor: Actor,
  query: FundOverviewQuery,
): Promise<Answer<FundOverview>> {
  const found = await fundOverviewJson(reader, actor, query);
  return found.ok ? done(JSON.parse(found.value.text) as FundOverview) : found;
}
