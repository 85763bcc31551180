import { news } from './news';

const clause = '附件';
const every = { rule: 'every', orNone: false };
const everyOrNone = { rule: 'every', orNone: true };
const some = (atLeast: number) => ({ rule: 'some', atLeast });

const of = (criterion: string, tests: object[], at = clause) => ({ criterion, tests, clause: at });
const test = (measure: string, holds: object, more: object = {}) => ({ of: { measure, ...more }, holds });

const published = [['list'], ['plan', 'design'], ['result']];
/** How each criterion of the annex is reckoned from the records; where the annex leaves open what proves it, decision 0053 says. */
export const scoring = {
  clause: '决定/逐项计算',
  criteria: [
    of('1.1', [test('countySurveyed', some(1)), test('eligibleCompounds', everyOrNone)]),
    of('1.2', [test('annualPlan', some(1)), test('compoundPlans', every), test('buildingPlans', every)]),
    of('1.3', [test('appliedInTime', every)]),
    of('2.1', [test('paymentsInOrder', every)]),
    of('2.2', [test('vouchers', every)]),
    of('2.3', [
      test('moneyReceived', some(1), { from: [{ source: 'local', kind: 'county' }] }),
      test('moneyReceived', some(1), { from: [{ source: 'social', kind: null }] }),
    ]),
    of('3.1', [test('leadingGroup', some(1))], 'P四(一)1'),
    of('3.2', [test('startedInTime', every), test('technicalReview', every)]),
    of('3.3', [test('proceduresFirst', every)]),
    of('3.4', [test('inspected', some(1)), test('inspectionGaps', every, { days: 92 })], '决定/全过程监督'),
    of('4.1', [test('reportsInTime', every)]),
    of('4.2', [
      test('inspected', some(1)),
      test('findingsInTime', everyOrNone),
      test('supervisionsInTime', everyOrNone),
    ]),
    of('4.3', [test('countyMonths', every)], '决定/月报'),
    of('8.1', [test('roundsPassed', every, { rounds: [1, 2] })]),
    of('8.2', [test('noticesComplete', every, { kinds: published })]),
    of('8.3', [test('complaintsInTime', everyOrNone)], '决定/投诉'),
    of('9.1', [test('itemPlanned', some(1), { items: ['C-I09'] })]),
    of('9.2', [test('itemPlanned', some(1), { items: ['B-I05'] })]),
    of('9.3', [test('propertyService', every)]),
    of('9.4', [test('contractOf', some(1), { kinds: ['epc', 'consulting'] })]),
    of('10.2', [test('facilitiesDone', every, { scope: 'compound', least: 2 })]),
    ...news.criteria.map(({ code, atLeast, counts, clause }) =>
      of(code, [test('news', some(atLeast), { counts })], clause),
    ),
  ],
  graded: [{ criterion: '8.4', of: { measure: 'satisfiedHouseholds' } }],
  vetoes: [
    { code: 'criticised', signs: [] },
    { code: 'targetMissed', signs: ['targetMissed'] },
    { code: 'complaints', signs: ['complaintsLate'] },
    { code: 'qualityProblem', signs: ['graveFindings', 'worksStopped', 'acceptanceFailed'] },
  ],
  disputeDays: 7,
  dispute: { clause: '决定/复核异议' },
  preference: { grade: 'excellent', points: 500, clause: '决定/优秀倾斜' },
  reward: {
    weights: [
      { grade: 'excellent', weight: 3 },
      { grade: 'good', weight: 1 },
    ],
    clause: '决定/奖励分配',
  },
  sanctions: [
    { code: 'falsified', name: '弄虚作假，通报批评', nameEn: 'False claims: public criticism', clause: 'P四(四)5' },
  ],
};
