import { type Decision, decide, type Reason, reason } from '../kernel/result';
import type { CompoundStatus } from './types';

interface Party {
  id: string;
  name: string;
  countyId: string;
  status: CompoundStatus;
  buildingIds: readonly string[];
}

export interface MergePlan {
  survivorId: string;
  retireIds: string[];
  moveBuildings: { buildingId: string; toCompoundId: string }[];
  /** Names that the survivor is to be found under from now on. */
  aliases: string[];
  lineage: { fromId: string; toId: string }[];
}

/** Merging compounds into one of them: at least two, all active, all of one county. The others are retired, their buildings move, their names stay as aliases. */
export function planMerge(compounds: readonly Party[], survivorId: string): Decision<MergePlan> {
  const reasons: Reason[] = [];
  if (new Set(compounds.map((compound) => compound.id)).size < 2)
    reasons.push(reason('merge.atLeastTwo', { found: compounds.length }));
  if (new Set(compounds.map((compound) => compound.id)).size !== compounds.length)
    reasons.push(reason('merge.sameTwice'));
  if (new Set(compounds.map((compound) => compound.countyId)).size > 1) reasons.push(reason('merge.otherCounty'));
  for (const { name, status } of compounds) if (status !== 'active') reasons.push(reason('merge.notActive', { name }));
  if (!compounds.some((compound) => compound.id === survivorId)) reasons.push(reason('merge.survivorNotAmongThem'));
  const others = compounds.filter((compound) => compound.id !== survivorId);
  return decide(
    {
      survivorId,
      retireIds: others.map((compound) => compound.id),
      moveBuildings: others.flatMap((compound) =>
        compound.buildingIds.map((buildingId) => ({ buildingId, toCompoundId: survivorId })),
      ),
      aliases: [...new Set(others.map((compound) => compound.name))],
      lineage: others.map((compound) => ({ fromId: compound.id, toId: survivorId })),
    },
    reasons,
  );
}

export interface SplitPart {
  name: string;
  buildingIds: readonly string[];
}

export interface SplitPlan {
  retireId: string;
  /** In the order given; each becomes a new compound with its buildings. */
  parts: SplitPart[];
}

/** Splitting a compound: active, at least two parts with different names, every building in exactly one part, no part without a building. */
export function planSplit(compound: Party, parts: readonly SplitPart[]): Decision<SplitPlan> {
  const reasons: Reason[] = [];
  if (compound.status !== 'active') reasons.push(reason('split.notActive', { name: compound.name }));
  if (parts.length < 2) reasons.push(reason('split.atLeastTwo', { found: parts.length }));
  if (compound.buildingIds.length === 0) reasons.push(reason('split.noBuildings'));
  const names = parts.map((part) => part.name.trim());
  if (new Set(names).size !== names.length) reasons.push(reason('split.sameName'));
  reasons.push(...assignment(compound.buildingIds, parts));
  return decide({ retireId: compound.id, parts: [...parts] }, reasons);
}

function assignment(buildingIds: readonly string[], parts: readonly SplitPart[]): Reason[] {
  const given = parts.flatMap((part) => part.buildingIds);
  const times = new Map<string, number>();
  for (const id of given) times.set(id, (times.get(id) ?? 0) + 1);
  const left = buildingIds.filter((id) => !times.has(id)).length;
  const twice = [...times.values()].filter((count) => count > 1).length;
  const foreign = [...times.keys()].filter((id) => !buildingIds.includes(id)).length;
  const reasons: Reason[] = [];
  if (left > 0) reasons.push(reason('split.buildingLeftOver', { count: left }));
  if (twice > 0) reasons.push(reason('split.buildingTwice', { count: twice }));
  if (foreign > 0) reasons.push(reason('split.foreignBuilding', { count: foreign }));
  for (const part of parts)
    if (part.buildingIds.length === 0) reasons.push(reason('split.emptyPart', { name: part.name }));
  return reasons;
}
