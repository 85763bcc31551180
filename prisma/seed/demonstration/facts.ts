import type { OwnershipKind, Willingness } from '@/lib/domain/compounds/types';
import { happens, share } from '../shared/sequence';
import { deficienciesOf, facilitiesOf } from './condition';
import { roadOf } from './names';
import type { PlannedCompound } from './plan-types';

/** Middle of each county town. */
const SEATS: Record<string, readonly [longitude: number, latitude: number]> = {
  '532301': [101.546, 25.033],
  '532302': [102.079, 25.15],
  '532322': [101.641, 24.689],
  '532323': [101.546, 25.313],
  '532324': [101.274, 25.192],
  '532325': [101.242, 25.504],
  '532326': [101.324, 25.722],
  '532327': [101.672, 26.056],
  '532328': [101.877, 25.704],
  '532329': [102.404, 25.53],
  '532300-KFQ': [101.512, 25.058],
};

/** Within a kilometre or so of the middle of the town; a place outside it lies further off. Six decimals, as text: never floating point into a row. */
function coordinates(seed: string, county: string, insideTown: boolean): [string, string] {
  const [longitude, latitude] = SEATS[county] ?? [101.5, 25];
  const spread = insideTown ? 24_000 : 180_000;
  const off = (axis: string) => share(seed, axis, spread) - spread / 2;
  return [((longitude * 1e6 + off('east')) / 1e6).toFixed(6), ((latitude * 1e6 + off('north')) / 1e6).toFixed(6)];
}

const WILLINGNESS: readonly Willingness[] = [
  'strong',
  'strong',
  'strong',
  'strong',
  'strong',
  'fair',
  'fair',
  'fair',
  'low',
];

/** What a surveyor wrote down of an ordinary compound of that year: everything but its buildings. */
export function surveyedFacts(
  seed: string,
  place: { county: string; insideTown: boolean; townName: string },
  year: number,
  ownership: OwnershipKind,
) {
  const [longitude, latitude] = coordinates(seed, place.county, place.insideTown);
  const market = ownership === 'commercial';
  const hasPropertyService = happens(seed, 'property service', market ? 480 : 120);
  const facilities = facilitiesOf(seed, year);
  return {
    address: `${place.townName}${roadOf(seed)}${1 + share(seed, 'number', 180)}号`,
    longitude,
    latitude,
    ownershipKind: ownership,
    hasOwnersCommittee: happens(seed, 'owners committee', market ? 320 : 60),
    hasPropertyService,
    hasMaintenanceFund: happens(seed, 'maintenance fund', market ? 420 : 140),
    willingness: WILLINGNESS[share(seed, 'willingness', WILLINGNESS.length)] ?? 'fair',
    facilities,
    ...deficienciesOf(facilities, hasPropertyService),
    legalTitle: true,
    insideTown: place.insideTown,
    inShantytownPlan: false,
    plannedDemolition: false,
    mainlySelfBuilt: false,
    urbanVillage: false,
    remarks: null,
    aliases: [],
    status: 'active',
    retiredReason: null,
  } satisfies Partial<PlannedCompound>;
}

/** The ordinary compound is not always well recorded, nor always eligible: what differs, by its place in the list. */
export function deviations(seed: string): Partial<PlannedCompound> {
  const roll = share(seed, 'deviation', 1000);
  if (roll < 18) return { legalTitle: false };
  if (roll < 28) return { inShantytownPlan: true };
  if (roll < 36) return { plannedDemolition: true };
  if (roll < 44) return { urbanVillage: true };
  if (roll < 50) return { mainlySelfBuilt: true };
  if (roll < 78) return { legalTitle: null };
  if (roll < 92) return { inShantytownPlan: null, plannedDemolition: null };
  if (roll < 104) return { insideTown: null };
  if (roll < 150) return { willingness: null };
  if (roll < 180) return { address: null, longitude: null, latitude: null };
  if (roll < 205) return { hasMaintenanceFund: null, hasOwnersCommittee: null };
  return {};
}
