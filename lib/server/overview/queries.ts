import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { Overview, OverviewFigures, OverviewMoment, OverviewQuery } from '@/lib/domain/overview/answers';
import { overviewOf } from '@/lib/domain/overview/assemble';
import { readLines } from '@/lib/domain/overview/lines';
import type { Actor } from '@/lib/server/actor';
import { yearUnknown } from '@/lib/server/annual/year';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { keepRulebook } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';
import { type BodiesScope, bodiesScope } from '@/lib/server/units/bodies';
import { withLights } from '@/lib/server/warnings/fresh';
import { linesText } from './kept-lines';
import { type KeptMonth, type OverviewMeta, overviewMeta } from './meta';

const KNOWN = 200;
const known = new Map<string, OverviewFigures>();

/** The same sums make the same figures: put together once, until one of them moves. The sums are asked for each time. */
function figuresOf(text: string | null, meta: OverviewMeta): OverviewFigures {
  const { plan, units, rulebookId, rulebook } = meta;
  if (!plan) throw new Error('overview: no year');
  const key = JSON.stringify([rulebookId, plan, units, text]);
  const before = known.get(key);
  if (before) return before;
  const figures = overviewOf(readLines(text), { plan, units, book: keepRulebook(rulebookId, rulebook) });
  if (known.size >= KNOWN) known.clear();
  known.set(key, figures);
  return figures;
}

type Of = { meta: OverviewMeta; scope: BodiesScope; year: number };

async function momentOf(reader: Reader, { meta, scope, year }: Of, kept: KeptMonth | null): Promise<OverviewMoment> {
  const text = await linesText(reader, { counties: scope.counties, year, month: kept?.month ?? null });
  const there = new Set(kept?.counties);
  return {
    asOf: kept?.keptAt ?? meta.now,
    month: kept?.month ?? null,
    missing: kept ? meta.units.filter(({ id }) => !there.has(id)).map(({ code: _, ...unit }) => unit) : [],
    ...figuresOf(text, meta),
  };
}

async function read(
  reader: Reader,
  actor: Actor,
  scope: BodiesScope,
  { year, asOf }: OverviewQuery,
): Promise<Answer<Overview>> {
  const meta = await overviewMeta(reader, actor, { counties: scope.counties, year: year ?? null });
  const { plan, units, months, years } = meta;
  if (!plan) return year === undefined ? notFound() : refused(yearUnknown(year));
  const wanted = asOf === undefined ? null : months.find(({ month }) => month === asOf);
  if (wanted === undefined) return refused([reason('overview.monthNotKept', { month: asOf ?? '' }, { field: 'asOf' })]);
  const other = wanted ? null : (months[0] ?? null);
  const of = { meta, scope, year: plan.year };
  const [moment, compared] = await Promise.all([
    momentOf(reader, of, wanted),
    wanted || other ? momentOf(reader, of, other) : null,
  ]);
  const own = scope.level === 'county' ? units.find(({ id }) => id === scope.unitId) : undefined;
  return done({
    ...plan,
    today: meta.today,
    unit: {
      id: scope.unitId,
      name: own?.name ?? actor.unit.name,
      nameEn: own ? own.nameEn : actor.unit.nameEn,
      level: scope.level,
    },
    months: months.map(({ month }) => month),
    years,
    ...moment,
    compared,
  });
}

/**
 * 总览 of the prefecture or a county, for a year: as it stands now beside the last month's end, or as it was kept at a month's end beside now. Lights that a new day has turned are reckoned first.
 * Refused: a year that was not opened, a month's end of which nothing was kept. Not found: a county that is not the actor's.
 */
export async function overview(actor: Actor, query: OverviewQuery): Promise<Answer<Overview>> {
  const scope = bodiesScope(actor, query.county);
  if (!scope) return notFound();
  return withLights(actor, { counties: scope.counties }, (reader) => read(reader, actor, scope, query), {
    atOnce: false,
  });
}
