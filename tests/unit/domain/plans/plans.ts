import { emptied } from '@/lib/domain/plans/copy';
import type { PlanBuilding, PlanCell } from '@/lib/domain/plans/types';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

export const rulebook = chuxiong2020;
export const { menu, funding } = chuxiong2020;

export const building = (id: string, more: Partial<PlanBuilding> = {}): PlanBuilding => ({
  id,
  name: `${id}栋`,
  retired: false,
  ...more,
});

export const cell = (buildingId: string | null, item: string, more: Partial<PlanCell> = {}): PlanCell => ({
  ...emptied({ buildingId, item }),
  ...more,
});

export const todo = (buildingId: string | null, item: string, more: Partial<PlanCell> = {}): PlanCell =>
  cell(buildingId, item, { answer: 'todo', quantity: 1_00n, unit: '项', unitCost: 100_00n, ...more });

export const required = (scope: 'building' | 'compound') =>
  menu.filter((item) => item.necessity === 'required' && item.scope === scope);

/** Every required item of the compound and the buildings, to be done. */
export const complete = (buildings: readonly PlanBuilding[]): PlanCell[] =>
  menu
    .filter(({ necessity }) => necessity === 'required')
    .flatMap(({ code, scope }) =>
      scope === 'compound' ? [todo(null, code)] : buildings.map(({ id }) => todo(id, code)),
    );
