/**
 * How a factor's 100 points are made up (0.01 points; decision 0035): each line brings its share of what it could bring, weighted by the
 * households of the project's compounds. A fact that is not recorded brings nothing.
 */
export const CONDITION = {
  /** of the rule book's listed deficiencies, how many were found */
  deficiencies: 4_000,
  /** of the public facilities, how many are missing (whole) or poor (half) */
  facilities: 4_000,
  /** a point for each year that it is older than the cut-off, up to twenty */
  age: 2_000,
} as const;
export const AGE_YEARS = 20;

export const MECHANISM = { ownersCommittee: 2_500, propertyService: 2_500, maintenanceFund: 2_000 } as const;
/** Papers of the long-term mechanism that are filed for the project. */
export const MECHANISM_PAPERS = {
  propertyServicePlan: 1_000,
  maintenanceFundPlan: 1_000,
  managementPlan: 1_000,
} as const;
