import { formatArea } from '../kernel/area';
import type { NamedCompound, NoticeFacts } from './facts';

/** A compound as the register holds it; areas in 0.01 m². */
export interface Registered {
  id: string;
  name: string;
  place: string;
  address: string | null;
  buildings: number;
  households: number;
  owners: number;
  floorArea: string;
  exclusiveArea: string;
}

const total = (compounds: readonly Registered[], of: 'buildings' | 'households' | 'owners'): number =>
  compounds.reduce((sum, one) => sum + one[of], 0);

/** 专有面积 where the register of every compound holds it, else 建筑面积: one notice never adds both. */
export function compoundFacts(
  compounds: readonly Registered[],
  notes: ReadonlyMap<string, string | null>,
): NoticeFacts {
  const isWhole = compounds.length > 0 && compounds.every(({ exclusiveArea }) => BigInt(exclusiveArea) > 0n);
  const areaOf = ({ exclusiveArea, floorArea }: Registered) => BigInt(isWhole ? exclusiveArea : floorArea);
  const named = (one: Registered): NamedCompound => ({
    id: one.id,
    name: one.name,
    place: one.place,
    address: one.address,
    buildings: one.buildings,
    households: one.households,
    area: formatArea(areaOf(one)),
    note: notes.get(one.id) ?? null,
  });
  const scope = {
    compounds: compounds.length,
    buildings: total(compounds, 'buildings'),
    households: total(compounds, 'households'),
    owners: total(compounds, 'owners'),
    area: formatArea(compounds.reduce((sum, one) => sum + areaOf(one), 0n)),
    areaKind: isWhole ? 'exclusive' : 'floor',
  } as const;
  return { scope, compounds: compounds.map(named), scheme: null, round: null };
}
