import 'server-only';
import type { HaveView, PlanItemView, PlanView } from '@/lib/domain/plans/answers';
import { NOTHING, sumsBy, sumsOf } from '@/lib/domain/plans/cost';
import { unanswered, unpriced } from '@/lib/domain/plans/final';
import { hasMethod, unitOf } from '@/lib/domain/plans/items';
import { promisesOf } from '@/lib/domain/plans/promises';
import type { DemandRow } from '@/lib/domain/votes/answers';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { demandOf } from '@/lib/server/votes/queries';
import { type PlanFacts, planFacts } from './read';
import { cellView, sumsView } from './rows';

function itemsOf({ rulebook, cells }: PlanFacts, demand: readonly DemandRow[] | null): PlanItemView[] {
  const sums = sumsBy(cells, ({ item }) => item);
  const wanted = new Map(demand?.map((row) => [row.code, row]));
  return rulebook.menu.map((item) => ({
    code: item.code,
    name: item.name,
    nameEn: item.nameEn,
    scope: item.scope,
    necessity: item.necessity,
    unit: unitOf(item),
    hasMethod: hasMethod(item),
    clause: item.clause,
    demand: demand && {
      households: wanted.get(item.code)?.households ?? 0,
      area: wanted.get(item.code)?.area ?? '0.00',
    },
    ...sumsView(sums.get(item.code) ?? NOTHING),
  }));
}

const havesOf = ({ rulebook, haves }: PlanFacts): HaveView[] =>
  rulebook.sixHaves.map(({ code, name, nameEn }) => {
    const { attested, note, photoFileId, by, at } = haves.find((have) => have.code === code) ?? {};
    return {
      ...{ code, name, nameEn, attested: attested ?? null, note: note ?? null },
      ...{ photoFileId: photoFileId ?? null, by: by ?? null, at: at ?? null },
    };
  });

/** Facts and what the rules make of them. */
export function viewOf(facts: PlanFacts, demand: readonly DemandRow[] | null): PlanView {
  const { rulebook, cells, buildings } = facts;
  const places = sumsBy(cells, ({ buildingId }) => buildingId);
  const inUse = cells.filter(
    ({ buildingId }) => !buildings.some((building) => building.retired && building.id === buildingId),
  );
  const ground = { menu: rulebook.menu, buildings, cells };
  const { id, no, title, note, status, hash, version, compound, finalizedAt, finalizedBy, updatedAt } = facts;
  return {
    ...{ id, no, title, note, status, hash, version, compound, finalizedAt, finalizedBy, updatedAt },
    sums: sumsView(sumsOf(cells)),
    compoundSums: sumsView(places.get(null) ?? NOTHING),
    items: itemsOf(facts, demand),
    buildings: buildings.map((building) => ({
      ...building,
      ...sumsView(places.get(building.id) ?? NOTHING),
      promises: promisesOf(rulebook.promises, building.id, cells),
    })),
    cells: cells.map(cellView),
    promises: rulebook.promises.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    haves: havesOf(facts),
    unanswered: status === 'draft' ? unanswered(ground) : [],
    unpriced: status === 'draft' ? unpriced({ cells: inUse }) : [],
    demandOf: facts.demandOf,
  };
}

export async function planView(reader: Reader, actor: Actor, id: string): Promise<PlanView | null> {
  const facts = await planFacts(reader, actor, id);
  if (!facts) return null;
  return viewOf(facts, facts.demandOf && (await demandOf(reader, facts.demandOf.roundId)));
}
