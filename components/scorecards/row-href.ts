import type { RowAnswer } from '@/lib/domain/scorecards/live-answers';

/** Where in its project a record is put right. */
const IN_PROJECT: Record<string, string> = {
  appliedInTime: '',
  paymentsInOrder: '/money',
  vouchers: '/money',
  moneyReceived: '/money',
  startedInTime: '/reports',
  technicalReview: '/stages',
  proceduresFirst: '/stages',
  inspected: '/works',
  inspectionGaps: '/works',
  findingsInTime: '/works',
  reportsInTime: '/reports',
  contractOf: '/works',
  itemPlanned: '/plan',
  propertyService: '/aftercare',
  completedCompounds: '/reports',
  onTimeCompounds: '/reports',
  acceptedCompounds: '/acceptance',
  satisfiedHouseholds: '/satisfaction',
  facilitiesDone: '/works',
};
/** What is put right at the compound itself. */
const AT_COMPOUND: readonly string[] = [
  ...['eligibleCompounds', 'compoundPlans', 'buildingPlans', 'roundsPassed', 'noticesComplete'],
];

const ofProject = (id: string, measure: string): string => `/projects/${id}${IN_PROJECT[measure] ?? ''}`;

/** The page of the record itself; `measure` says which part of it. */
export function rowHref({ kind, id, name, projectId }: RowAnswer, measure: string, year: number): string {
  switch (kind) {
    case 'project':
      return ofProject(id, measure);
    case 'compound':
      return AT_COMPOUND.includes(measure) ? `/compounds/${id}` : ofProject(projectId ?? id, measure);
    case 'county':
      return measure === 'leadingGroup'
        ? '/programme/leading-group'
        : measure === 'annualPlan'
          ? `/annual-plans?year=${year}`
          : `/compounds?county=${id}`;
    case 'plan':
      return `/annual-plans/${id}`;
    case 'leadingGroup':
      return '/programme/leading-group';
    case 'month':
      return `/progress?month=${id}`;
    case 'complaint':
      return `/complaints/${id}`;
    case 'supervision':
      return `/supervision/${id}`;
    case 'news':
      return `/news?year=${year}&q=${encodeURIComponent(name)}`;
  }
}
