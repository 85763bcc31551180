import type { Measure, MeasureCode } from '../../rulebook/schema-scoring';
import type { ScoreFacts } from '../facts';
import * as before from './before';
import * as money from './money';
import * as people from './people';
import type { Row } from './row';
import * as site from './site';
import * as works from './works';

type Of<C extends MeasureCode> = Extract<Measure, { measure: C }>;
type Reads = { [C in MeasureCode]: (facts: ScoreFacts, measure: Of<C>) => Row[] };

/** What a rule book can ask of the records. A new one is a function here and a name in schema-scoring. */
const MEASURES: Reads = {
  countySurveyed: before.countySurveyed,
  eligibleCompounds: before.eligibleCompounds,
  annualPlan: before.annualPlan,
  compoundPlans: before.compoundPlans,
  buildingPlans: before.buildingPlans,
  appliedInTime: before.appliedInTime,
  leadingGroup: before.leadingGroup,
  paymentsInOrder: money.paymentsInOrder,
  vouchers: money.vouchers,
  moneyReceived: money.moneyReceived,
  startedInTime: works.startedInTime,
  technicalReview: works.technicalReview,
  proceduresFirst: works.proceduresFirst,
  completedCompounds: works.completedCompounds,
  onTimeCompounds: works.onTimeCompounds,
  acceptedCompounds: works.acceptedCompounds,
  facilitiesDone: works.facilitiesDone,
  itemPlanned: works.itemPlanned,
  contractOf: works.contractOf,
  inspected: site.inspected,
  inspectionGaps: site.inspectionGaps,
  findingsInTime: site.findingsInTime,
  supervisionsInTime: site.supervisionsInTime,
  reportsInTime: site.reportsInTime,
  countyMonths: site.countyMonths,
  roundsPassed: people.roundsPassed,
  noticesComplete: people.noticesComplete,
  complaintsInTime: people.complaintsInTime,
  satisfiedHouseholds: people.satisfiedHouseholds,
  propertyService: people.propertyService,
  news: people.newsFiled,
};

/** The rows that a measure looks at, met or not. */
export function rowsOf(facts: ScoreFacts, measure: Measure): Row[] {
  const read = MEASURES[measure.measure] as (facts: ScoreFacts, measure: Measure) => Row[];
  return read(facts, measure);
}
