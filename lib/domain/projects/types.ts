export const PROJECT_STATUSES = ['active', 'suspended', 'withdrawn'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** Who implements (P四(三)1): the county bureau, a town government, or a company that the government leads. */
export const ENTITY_KINDS = ['countyBureau', 'town', 'company'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const COMPANY_KINDS = [
  'design',
  'construction',
  'supervision',
  'audit',
  'consulting',
  'epc',
  'testing',
  'investment',
  'property',
  'pipeline',
] as const;
export type CompanyKind = (typeof COMPANY_KINDS)[number];

export const PARTY_KINDS = ['design', 'construction', 'supervision', 'audit', 'epc', 'consulting', 'testing'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const CONTRACT_KINDS = ['design', 'construction', 'supervision', 'epc', 'consulting', 'audit', 'other'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export const TENDER_METHODS = ['open', 'invited', 'consultation', 'quotation', 'direct'] as const;
export type TenderMethod = (typeof TENDER_METHODS)[number];

export const FINDING_GRADES = ['minor', 'major', 'grave'] as const;
export type FindingGrade = (typeof FINDING_GRADES)[number];
export const FINDING_STATUSES = ['open', 'rectified', 'closed'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

export const EVENT_KINDS = [
  'created',
  'step',
  'completed',
  'returned',
  'sentBack',
  'suspended',
  'resumed',
  'withdrawn',
  'yearChanged',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
