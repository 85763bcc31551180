import 'server-only';
import { z } from 'zod';
import { LIGHTS } from '@/lib/domain/warnings/types';

/** What the routes of projects answer, for the OpenAPI document. */
const named = z.object({ id: z.uuid(), name: z.string() });
const text = z.string().nullable();
const sum = z.string().meta({ description: '元, two places', examples: ['418000.00'] });
const fact = z.boolean().nullable();

export const projectParams = z.strictObject({ id: z.uuid() });
export const contractParams = z.strictObject({ id: z.uuid(), contractId: z.uuid() });
export const lineParams = z.strictObject({ id: z.uuid(), lineId: z.uuid() });
export const partyParams = z.strictObject({ id: z.uuid(), partyId: z.uuid() });
export const personParams = z.strictObject({ id: z.uuid(), accountId: z.uuid() });
export const completionParams = z.strictObject({ id: z.uuid(), completionId: z.uuid() });
export const findingParams = z.strictObject({ id: z.uuid(), findingId: z.uuid() });

const facts = {
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  county: named,
  year: z.int(),
  stage: z.int(),
  step: text,
  status: z.string(),
  entityKind: text,
  entityName: text,
  compounds: z.int(),
  estimate: sum.nullable(),
  budget: sum.nullable(),
  contractSum: sum,
  finalAccount: sum.nullable(),
  audited: sum.nullable(),
  fundingSum: sum,
  findingsOpen: z.int(),
  version: z.int(),
  updatedAt: z.string(),
};

export const ProjectListShape = z.object({
  items: z.array(
    z.object({ ...facts, households: z.int(), light: z.enum(LIGHTS).nullable().describe('空：尚未重新评定') }),
  ),
  nextCursor: text,
  previousCursor: text,
  total: z.int(),
});

const head = {
  ...facts,
  rulebookId: z.uuid(),
  renovationType: text,
  entityUnitId: z.uuid().nullable(),
  entityCompanyId: z.uuid().nullable(),
  newLand: fact,
  newPipelines: fact,
  structuralWork: fact,
};
export const ProjectHeadShape = z.object(head);

export const PartyShape = z.object({
  id: z.uuid(),
  kind: z.string(),
  company: named,
  person: text,
  endedAt: text,
});
export const PersonShape = z.object({ accountId: z.uuid(), name: z.string(), role: z.string(), endedAt: text });
export const ContractShape = z.object({
  id: z.uuid(),
  kind: z.string(),
  no: z.string(),
  name: z.string(),
  company: named,
  amount: sum,
  tenderMethod: text,
  awardedOn: text,
  signedOn: z.string(),
  startOn: text,
  endOn: text,
  file: z.object({ id: z.uuid(), name: z.string(), size: z.int(), mediaType: z.string() }).nullable(),
  status: z.string(),
  endedReason: text,
  version: z.int(),
});
export const FundingShape = z.object({
  id: z.uuid(),
  source: z.string(),
  kind: text,
  payer: text,
  amount: sum,
  note: text,
  version: z.int(),
});
export const FundingListShape = z.object({
  items: z.array(FundingShape),
  sum,
  cost: sum,
  difference: sum,
  state: z.enum(['short', 'equal', 'over']),
});
export const FindingShape = z.object({
  id: z.uuid(),
  compound: named.nullable(),
  building: named.nullable(),
  inspectionId: z.uuid().nullable(),
  check: text,
  repeatNo: z.int(),
  timesSeen: z.int(),
  kind: z.string(),
  grade: z.string(),
  item: text,
  place: z.string(),
  content: z.string(),
  responsible: text,
  inspectedOn: z.string(),
  limitOn: z.string(),
  photoFileId: z.uuid().nullable(),
  status: z.string(),
  rectifiedOn: text,
  rectification: text,
  rectifiedFileId: z.uuid().nullable(),
  rectifiedBy: z.uuid().nullable(),
  recheckedOn: text,
  recheckNote: text,
  version: z.int(),
});
export const WorksShape = z.object({
  items: z.array(
    z.object({
      compound: named,
      building: named.nullable(),
      item: z.string(),
      completion: z
        .object({
          id: z.uuid(),
          completedOn: z.string(),
          note: text,
          beforeFileId: z.uuid().nullable(),
          photoFileId: z.uuid().nullable(),
          reportedAt: z.string(),
        })
        .nullable(),
    }),
  ),
  planned: z.int(),
  completed: z.int(),
  startOn: text,
});
export const EventShape = z.object({
  id: z.uuid(),
  stage: z.int().nullable(),
  kind: z.string(),
  step: text,
  reason: text,
  documentNo: text,
  documentOn: text,
  fileId: z.uuid().nullable(),
  actor: z.string(),
  at: z.string(),
});

export const ProjectDetailShape = z.object({
  ...head,
  members: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      name: z.string(),
      place: z.string(),
      live: z.boolean(),
      leftReason: text,
      buildings: z.int(),
      households: z.int(),
      roundOne: text,
      plan: z
        .object({
          id: z.uuid(),
          no: z.int(),
          status: z.string(),
          todoItems: z.int(),
          cost: sum,
          residentShare: sum,
        })
        .nullable(),
    }),
  ),
  stages: z.array(
    z.object({
      stage: z.int(),
      status: z.string(),
      step: text,
      actualOn: text,
      statedOn: text,
      receivedAt: text,
      acceptedAt: text,
    }),
  ),
  parties: z.array(PartyShape),
  contracts: z.array(ContractShape),
  plan: z.object({ todoItems: z.int(), cost: sum, residentShare: sum }),
  items: z.array(
    z.object({
      compoundId: z.uuid(),
      buildingId: z.uuid().nullable(),
      item: z.string(),
      answer: z.string(),
      quantity: text,
      cost: sum,
    }),
  ),
});

export const CompanyShape = z.object({
  id: z.uuid(),
  county: named,
  name: z.string(),
  creditCode: text,
  kinds: z.array(z.string()),
  note: text,
  contracts: z.int(),
  retiredAt: text,
  version: z.int(),
});
export const CompanyListShape = z.object({ items: z.array(CompanyShape), total: z.int(), page: z.int() });
