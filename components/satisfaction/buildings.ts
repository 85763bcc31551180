import { groupBy } from '@/lib/domain/kernel/group-by';
import type { SurveyHome } from '@/lib/domain/satisfaction/answers';

export interface AskedBuilding {
  id: string;
  name: string;
  done: number;
  count: number;
  units: { unit: string; homes: SurveyHome[] }[];
}

/** Doors by building and unit, in the order of the roll. */
export function buildingsOf(homes: readonly SurveyHome[]): AskedBuilding[] {
  const buildings = groupBy(homes, ({ buildingId }) => buildingId);
  return [...buildings].map(([id, doors]) => ({
    id,
    name: doors[0]?.buildingName ?? '',
    done: doors.filter(({ how }) => how !== null).length,
    count: doors.length,
    units: [...groupBy(doors, ({ unitNo }) => unitNo)].map(([unit, own]) => ({ unit, homes: own })),
  }));
}
