import type { ImportCounts } from '@/lib/domain/imports/answers';
import type { Entity } from '@/lib/domain/imports/fields';
import { ENTITIES } from '@/lib/domain/imports/fields';
import type { RowAction } from '@/lib/domain/imports/plan';

export interface EntityCount {
  entity: Entity;
  count: number;
}

/** How many of each kind an import adds, changes …; kinds without any are left out. */
export function countsOf(counts: ImportCounts, action: RowAction): EntityCount[] {
  return ENTITIES.map((entity) => ({ entity, count: counts[entity]?.[action] ?? 0 })).filter(({ count }) => count > 0);
}

export function totalOf(counts: ImportCounts, action: RowAction): number {
  return countsOf(counts, action).reduce((sum, { count }) => sum + count, 0);
}
