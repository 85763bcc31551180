import { apportionmentOf } from '../rulebook/rulebook';
import type { MenuItem, Rulebook } from '../rulebook/schema';
import type { FundingRules, FundingSource } from '../rulebook/schema-funding';
import { rowOf } from '../sharing/row-of';
import type { LineMethod } from './types';

/** What an item is usually counted in, by its key of the menu; 项 where it is counted by itself. */
export const UNITS: Record<string, string> = {
  roofLeaks: '㎡',
  illegalStructures: '处',
  facadeAttachments: '处',
  facadeLeaks: '㎡',
  stairwells: '㎡',
  householdMeters: '户',
  stairwellWiring: 'm',
  stairwellLighting: '盏',
  lightningProtection: '项',
  buildingFireSafety: '项',
  entranceDoors: '樘',
  entranceCanopies: '个',
  lifts: '部',
  roofAppearance: '㎡',
  energySaving: '㎡',
  facadeStyle: '㎡',
  structuralMonitoring: '项',
  safetySupervision: '套',
  wasteSorting: '个',
  compoundFireSafety: '项',
  septicTanks: '座',
  drainage: 'm',
  linesAndPipes: 'm',
  roads: '㎡',
  parking: '个',
  outdoorLighting: '盏',
  walls: 'm',
  charging: '个',
  fitness: '套',
  gateway: '处',
  publicServices: '㎡',
  mailAndParcels: '组',
  greening: '㎡',
  activityGrounds: '㎡',
  barrierFree: '处',
  elderly: '处',
};

/** Offered where a unit is typed. */
export const COMMON_UNITS = ['项', '㎡', 'm', '个', '户', '盏', '部', '套', '处', '座', '樘', '组'];

export const unitOf = ({ key }: Pick<MenuItem, 'key'>): string => UNITS[key] ?? '项';

/** Items about lines, where 架空梳理 and 上改下 are two ways that are paid for differently (P四(二)3). */
const LINES = ['stairwellWiring', 'linesAndPipes'];
export const hasMethod = ({ key }: Pick<MenuItem, 'key'>): boolean => LINES.includes(key);

export type SharingRule = FundingRules['sharing'][number];

/** What the rule book says about who pays for an item; empty where it says nothing. A suggestion, not a decision (P四(二)). */
export function payersOf(
  rulebook: Rulebook,
  item: Pick<MenuItem, 'code' | 'necessity'>,
  method: LineMethod | null,
): SharingRule[] {
  const codes = rowOf(apportionmentOf(rulebook), item, method).parts.map(({ sharing }) => sharing);
  return [...new Set(codes)].flatMap((code) => rulebook.funding.sharing.find((rule) => rule.code === code) ?? []);
}

export const suggestedPayer = (
  rulebook: Rulebook,
  item: Pick<MenuItem, 'code' | 'necessity'>,
  method: LineMethod | null,
): FundingSource | null => payersOf(rulebook, item, method)[0]?.pays[0] ?? null;
