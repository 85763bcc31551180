import { type Reason, reason } from '../kernel/result';
import { publicFacilities } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import { effectiveTotals } from './effective-totals';
import { assessEligibility } from './eligibility';
import type {
  Condition,
  EligibilityFacts,
  OwnershipKind,
  RegisteredNumbers,
  StatedNumbers,
  Willingness,
} from './types';

/** blocking: eligibility cannot be decided; missing: the survey is not complete; check: recorded, but it does not agree. */
export type Severity = 'blocking' | 'missing' | 'check';
export type Gap = Reason & { severity: Severity };

export interface SurveyRecord extends EligibilityFacts {
  name: string;
  address: string | null;
  longitude: number | null;
  latitude: number | null;
  communityId: string | null;
  subdistrictId: string | null;
  ownershipKind: OwnershipKind | null;
  originalUnit: string | null;
  hasOwnersCommittee: boolean | null;
  hasPropertyService: boolean | null;
  hasMaintenanceFund: boolean | null;
  willingness: Willingness | null;
  facilities: Partial<Record<string, Condition>>;
  photos: number;
  stated: StatedNumbers;
  registered: RegisteredNumbers;
}

/** What is still missing in the record of a compound for the survey (P三(三)1), most serious first; empty when it is complete. */
export function readiness(record: SurveyRecord, rulebook: Rulebook): Gap[] {
  const gaps: Gap[] = [
    ...blockingFacts(record, rulebook),
    ...plainFacts(record),
    ...facilityGaps(record, rulebook),
    ...registerGaps(record),
    ...effectiveTotals(record.stated, record.registered).mismatches.map((gap) => ({
      ...gap,
      severity: 'check' as const,
    })),
  ];
  return gaps;
}

function blockingFacts(record: SurveyRecord, rulebook: Rulebook): Gap[] {
  return assessEligibility(record, rulebook)
    .reasons.filter((found) => found.code.startsWith('eligibility.missing.'))
    .map((found) => ({ ...found, severity: 'blocking' as const }));
}

function gap(code: string, severity: Severity, field: string, params?: Record<string, string | number>): Gap {
  return { ...reason(code, params, { field, clause: 'P三(三)1/调研' }), severity };
}

function plainFacts(record: SurveyRecord): Gap[] {
  const needsOriginalUnit = record.ownershipKind === 'reformed' || record.ownershipKind === 'unitManaged';
  const wanted: [boolean, Gap][] = [
    [!record.address, gap('readiness.address', 'missing', 'address')],
    [record.longitude === null || record.latitude === null, gap('readiness.coordinates', 'missing', 'longitude')],
    [record.subdistrictId === null, gap('readiness.subdistrict', 'missing', 'subdistrictId')],
    [record.communityId === null, gap('readiness.community', 'missing', 'communityId')],
    [record.ownershipKind === null, gap('readiness.ownershipKind', 'missing', 'ownershipKind')],
    [needsOriginalUnit && !record.originalUnit, gap('readiness.originalUnit', 'missing', 'originalUnit')],
    [record.hasOwnersCommittee === null, gap('readiness.ownersCommittee', 'missing', 'hasOwnersCommittee')],
    [record.hasPropertyService === null, gap('readiness.propertyService', 'missing', 'hasPropertyService')],
    [record.hasMaintenanceFund === null, gap('readiness.maintenanceFund', 'missing', 'hasMaintenanceFund')],
    [record.willingness === null, gap('readiness.willingness', 'missing', 'willingness')],
    [record.photos === 0, gap('readiness.photos', 'missing', 'photos')],
  ];
  return wanted.flatMap(([isMissing, found]) => (isMissing ? [found] : []));
}

function facilityGaps(record: SurveyRecord, rulebook: Rulebook): Gap[] {
  const facilities = publicFacilities(rulebook);
  const unrecorded = facilities.filter((facility) => !record.facilities[facility.key]);
  if (unrecorded.length === 0) return [];
  const params = {
    count: unrecorded.length,
    total: facilities.length,
    names: unrecorded.map((facility) => facility.name).join('、'),
  };
  return [gap('readiness.facilities', 'missing', 'facilities', params)];
}

function registerGaps({ stated, registered }: SurveyRecord): Gap[] {
  const gaps: Gap[] = [];
  const totals = effectiveTotals(stated, registered);
  if (registered.buildings === 0) gaps.push(gap('readiness.buildings', 'missing', 'buildings'));
  if (registered.households === 0) gaps.push(gap('readiness.households', 'missing', 'households'));
  if (totals.floorArea === null) gaps.push(gap('readiness.floorArea', 'missing', 'floorArea'));
  if (registered.householdsWithoutArea > 0) {
    gaps.push(gap('readiness.householdAreas', 'missing', 'households', { count: registered.householdsWithoutArea }));
  }
  if (registered.householdsWithoutOwner > 0) {
    gaps.push(gap('readiness.householdOwners', 'missing', 'households', { count: registered.householdsWithoutOwner }));
  }
  return gaps;
}
