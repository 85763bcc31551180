import type { Overview, OverviewMoment, UnitOverview } from '@/lib/domain/overview/answers';

const money = (planned: string, allocated: string, received: string, paid: string): UnitOverview['money'] => ({
  ...{ planned, allocated, received, paid },
  ...{ gap: '0.00', pool: '0.00', outstanding: '0.00', left: '0.00' },
});

export const unitOf = (name: string, more: Partial<UnitOverview> = {}): UnitOverview => ({
  ...{ id: '01900000-0000-7000-8000-000000000001', code: '532302', name, nameEn: null },
  ...{ baseline: 50, target: 3, compounds: 5, started: 20, completed: 10, startedOfYear: 2, completedOfYear: 1 },
  ...{ late: 0, accepted: 1, red: 0, yellow: 0, score: null },
  money: money('100.00', '80.00', '60.00', '40.00'),
  ...more,
});

const counts = (compounds: number) => ({ compounds, households: compounds * 30, floorArea: `${compounds * 2000}.00` });

/** A prefecture of three counties on 30 June 2020: every figure is another number, so that none is taken for another. */
export const overviewOf = (more: Partial<Overview> = {}): Overview => ({
  ...{ year: 2020, startBy: '2020-02-29', completeBy: '2020-06-30', targetShare: 70, today: '2020-06-30' },
  ...{ asOf: '2020-06-30T02:00:00.000Z', month: null, months: ['2020-05'], years: [2020, 2019], missing: [] },
  unit: { id: '01900000-0000-7000-8000-000000000000', name: '楚雄州', nameEn: 'Chuxiong', level: 'prefecture' },
  completion: {
    ...{ baseline: counts(401), baselineYear: 2019, unfrozen: 0, needed: 281 },
    ...{ started: counts(307), completed: counts(211) },
    ofYear: {
      ...{ target: 97, compounds: 101, planned: 99, started: 89, startedLate: 7 },
      ...{ completed: 61, completedLate: 5, accepted: 43 },
    },
    curve: [],
  },
  benefit: { compounds: 61, households: 5123, floorArea: '412345.67', planned: counts(101) },
  lights: { red: 3, yellow: 11, green: 53, none: 2 },
  ...{ stages: [], withdrawn: 0, votes: [], items: [] },
  money: { totals: money('123456789.00', '98765432.10', '76543210.99', '54321098.76'), sources: [] },
  ...{ promises: { buildings: 0, reached: [] }, haves: { compounds: 0, reached: [] } },
  survey: { eligible: 401, ineligible: 70, incomplete: 30 },
  units: [
    unitOf('楚雄市', { completed: 20, red: 2 }),
    unitOf('禄丰市', { completed: 10, red: 1 }),
    unitOf('双柏县', { completed: 30 }),
  ],
  compared: null,
  ...more,
});

/** The same at the end of May: fewer begun and complete, less paid. */
export const momentOf = (
  overview: Overview,
  by: { started: number; completed: number; paid: string },
): OverviewMoment => ({
  ...overview,
  month: '2020-05',
  completion: {
    ...overview.completion,
    started: counts(overview.completion.started.compounds - by.started),
    completed: counts(overview.completion.completed.compounds - by.completed),
  },
  money: { ...overview.money, totals: { ...overview.money.totals, paid: by.paid } },
});
