import type { UnitOverview } from '@/lib/domain/overview/answers';

const NO_MONEY = {
  ...{ planned: '0.00', allocated: '0.00', received: '0.00', paid: '0.00' },
  ...{ gap: '0.00', pool: '0.00', outstanding: '0.00', left: '0.00' },
};

/** A county of which only what is told is different from nothing. */
export const county = (name: string, of: Partial<UnitOverview> = {}): UnitOverview => ({
  ...{ id: name, code: name, name, nameEn: null },
  ...{ baseline: 100, target: 40, compounds: 40, started: 0, completed: 0, startedOfYear: 0, completedOfYear: 0 },
  ...{ late: 0, accepted: 0, red: 0, yellow: 0, money: NO_MONEY, score: null },
  ...of,
});
export const paying = (paid: string, planned: string): UnitOverview['money'] => ({ ...NO_MONEY, paid, planned });
export const scoring = (points: number): UnitOverview['score'] => ({ points, grade: 'good', veto: 'none' });
