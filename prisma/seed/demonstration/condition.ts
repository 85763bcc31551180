import type { Condition } from '@/lib/domain/compounds/types';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { happens, share } from '../shared/sequence';

const KEYS = publicFacilities(chuxiong2020).map((facility) => facility.key);
// What no compound of those years was built with, and what each has in some state.
const MODERN = new Set([
  'charging',
  'mailAndParcels',
  'barrierFree',
  'elderly',
  'fitness',
  'safetySupervision',
  'wasteSorting',
]);
const ALWAYS = new Set(['roads', 'drainage', 'septicTanks', 'linesAndPipes', 'walls']);

function conditionOf(seed: string, key: string, year: number): Condition {
  const roll = share(`${seed}/${key}`, 'condition', 100) + (2000 - year);
  if (MODERN.has(key)) return roll > 38 ? 'missing' : roll > 18 ? 'poor' : 'good';
  if (ALWAYS.has(key)) return roll > 34 ? 'poor' : 'good';
  return roll > 78 ? 'missing' : roll > 38 ? 'poor' : 'good';
}

/** The public facilities by age; a few compounds have some not looked at yet. */
export function facilitiesOf(seed: string, year: number): Record<string, Condition> {
  const seen = happens(seed, 'facilities not seen', 40) ? KEYS.slice(0, 12) : KEYS;
  return Object.fromEntries(seen.map((key) => [key, conditionOf(seed, key, year)]));
}

export const allGood = (): Record<string, Condition> => Object.fromEntries(KEYS.map((key) => [key, 'good' as const]));

/** The four deficiencies of P三(三)1 as a surveyor would read them off the facilities. */
export function deficienciesOf(facilities: Record<string, Condition>, propertyService: boolean | null) {
  const states = Object.values(facilities);
  const bad = (key: string) => facilities[key] !== undefined && facilities[key] !== 'good';
  return {
    facilitiesIncomplete: states.includes('missing'),
    environmentPoor: bad('wasteSorting') || bad('greening') || bad('drainage'),
    managementMissing: propertyService === false,
    facilitiesBackward: states.filter((state) => state !== 'good').length >= 6,
  };
}
