import { BUILDING_POINTS, type Points } from './checklists-building';
import { COMPOUND_POINTS } from './checklists-compound';
import { GENERAL_POINTS } from './checklists-general';

const numbered = (prefix: string, item: string | null, points: Points) =>
  points.map(([kind, name, nameEn], at) => ({
    code: `${prefix}-${String(at + 1).padStart(2, '0')}`,
    ...{ item, kind, name, nameEn },
  }));

/** What inspectors look at, item by item of the menu, and what holds on every site. A code never changes its meaning: findings name it. */
export const checklists = {
  clause: '决定/检查要点',
  points: [
    ...Object.entries({ ...BUILDING_POINTS, ...COMPOUND_POINTS }).flatMap(([item, points]) =>
      numbered(item, item, points),
    ),
    ...numbered('S', null, GENERAL_POINTS),
  ],
};
