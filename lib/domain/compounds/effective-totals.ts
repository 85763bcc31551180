import { formatArea } from '../kernel/area';
import { type Reason, reason } from '../kernel/result';
import type { RegisteredNumbers, StatedNumbers } from './types';

export interface EffectiveTotals extends StatedNumbers {
  /** Stated and registered numbers that both exist and differ. */
  mismatches: Reason[];
}

const FIGURES = ['buildings', 'units', 'households', 'floorArea', 'exclusiveArea'] as const;

/** What counts for a compound: the register's figure where the register has any, else what the county states, else null. Areas in 0.01 m². */
export function effectiveTotals(stated: StatedNumbers, registered: RegisteredNumbers): EffectiveTotals {
  const number = (figure: 'buildings' | 'units' | 'households') =>
    registered[figure] > 0 ? registered[figure] : stated[figure];
  const area = (figure: 'floorArea' | 'exclusiveArea') =>
    registered[figure] > 0n ? registered[figure] : stated[figure];
  return {
    buildings: number('buildings'),
    units: number('units'),
    households: number('households'),
    floorArea: area('floorArea'),
    exclusiveArea: area('exclusiveArea'),
    mismatches: FIGURES.flatMap((figure) => mismatch(figure, stated[figure], registered[figure])),
  };
}

function mismatch(figure: string, stated: number | bigint | null, registered: number | bigint): Reason[] {
  if (stated === null || BigInt(registered) === 0n || stated === registered) return [];
  const shown = (value: number | bigint) => (typeof value === 'bigint' ? formatArea(value) : value);
  return [
    reason(`readiness.mismatch.${figure}`, { stated: shown(stated), registered: shown(registered) }, { field: figure }),
  ];
}
