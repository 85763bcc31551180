import 'server-only';
import { z } from 'zod';
import { countyAnswer as unit } from '@/lib/domain/units/named';
import {
  BALLOT_KINDS,
  CALL_OUTCOMES,
  CHANNELS,
  CHOICES,
  DOORS,
  OUTCOMES,
  ROUND_STATUSES,
} from '@/lib/domain/votes/types';

/** What the routes of the votes answer, for the OpenAPI document. */
const named = z.object({ id: z.uuid(), name: z.string() });
const area = z.string().meta({ description: '㎡, two places', examples: ['88.33'] });
const money = z.string().meta({ description: '元, two places', examples: ['418000.00'] });
const count = z.int();
const text = z.string().nullable();
const instant = z.string().nullable();
const reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  clause: z.string().optional(),
  field: z.string().optional(),
});

export const TallyShape = z.object({
  households: count,
  area,
  voters: count,
  agreeHouseholds: count,
  agreeArea: area,
  disagreeHouseholds: count,
  disagreeArea: area,
  abstainHouseholds: count,
  abstainArea: area,
  returned: count,
  votersIn: count,
  votersAgree: count,
  checked: count,
});

const BuildingShape = named.extend({
  households: count,
  area,
  agree: count,
  disagree: count,
  abstain: count,
  agreeArea: area,
});

const VerdictShape = z.object({
  test: z.string(),
  name: z.string(),
  nameEn: z.string(),
  clause: z.string(),
  decides: z.boolean(),
  passed: z.boolean(),
  measures: z.array(
    z.object({
      of: z.string(),
      part: z.string(),
      whole: z.string(),
      threshold: z.string(),
      strict: z.boolean(),
      percent: text,
      reached: z.boolean(),
      missing: text,
    }),
  ),
});

export const RoundRowShape = z.object({
  id: z.uuid(),
  code: z.string(),
  round: z.int(),
  attempt: z.int(),
  status: z.enum(ROUND_STATUSES),
  outcome: z.enum(OUTCOMES).nullable(),
  compound: named.extend({ code: z.string() }),
  county: unit,
  subdistrict: unit.nullable(),
  community: unit.nullable(),
  scheme: z
    .object({ id: z.uuid(), no: z.int(), title: z.string(), estimate: money, ownersShare: money, hash: text })
    .nullable(),
  plannedCloseOn: text,
  openedAt: instant,
  closedAt: instant,
  certifiedAt: instant,
  tally: TallyShape.nullable(),
  version: z.int(),
});

export const RoundListShape = z.object({
  items: z.array(RoundRowShape.extend({ deciding: VerdictShape.nullable(), signs: z.int() })),
  total: z.int(),
});

export const RoundShape = RoundRowShape.extend({
  rollHash: text,
  head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
  verdicts: z.array(VerdictShape),
  buildings: z.array(BuildingShape),
  next: z.object({
    step: z.enum(['open', 'close', 'certify']).nullable(),
    conditions: z.array(
      z.object({ code: z.string(), met: z.boolean(), reason: reason.optional(), href: z.string().optional() }),
    ),
  }),
  cancelledReason: text,
});

export const HomeShape = z.object({
  id: z.uuid(),
  buildingId: z.uuid(),
  buildingName: z.string(),
  unitNo: z.string(),
  room: z.string(),
  storey: z.int().nullable(),
  area,
  voter: z.int(),
  voterDwellings: z.int(),
  owners: z.array(z.object({ name: z.string(), kind: z.string() })),
  ballotId: z.uuid().nullable(),
  choice: z.enum(CHOICES).nullable(),
  checked: z.boolean(),
  door: z.enum(DOORS).nullable(),
  doorOn: text,
  formNo: text,
});

export const PulseShape = z.object({
  seq: z.int().meta({ description: '链上的环号：下次以此为 since' }),
  asOf: z.string(),
  status: z.enum(ROUND_STATUSES),
  changed: z
    .object({
      tally: TallyShape.nullable(),
      verdict: VerdictShape.nullable(),
      buildings: z.array(BuildingShape),
      homes: z.array(HomeShape.extend({ signs: z.array(z.enum(['samePhoto', 'wrong', 'beside'])), doorNote: text })),
      elsewhere: z.array(z.object({ id: z.uuid(), choice: z.enum(CHOICES).nullable() })),
    })
    .nullable(),
});

export const BallotShape = z.object({
  id: z.uuid(),
  householdId: z.uuid(),
  seq: z.int(),
  kind: z.enum(BALLOT_KINDS),
  choice: z.enum(CHOICES).nullable(),
  channel: z.enum(CHANNELS),
  formNo: text,
  photoFileId: z.uuid().nullable(),
  proxy: z.object({ name: z.string(), fileId: z.uuid() }).nullable(),
  wanted: z.array(z.string()),
  problems: text,
  collector: z.string(),
  collectedAt: z.string(),
  deviceAt: instant,
  source: z.string(),
  replacesId: z.uuid().nullable(),
  besideId: z.uuid().nullable(),
  objectionId: z.uuid().nullable(),
  reason: text,
  recordedBy: named.extend({ id: z.string() }),
  recordedAt: z.string(),
  check: z.object({ verdict: z.enum(['right', 'wrong']), note: text, by: z.string(), at: z.string() }).nullable(),
  samePhoto: z.array(z.string()),
  hash: z.string(),
});

export const CheckListShape = z.object({
  items: z.array(z.object({ where: z.string(), buildingId: z.uuid(), mine: z.boolean(), ballot: BallotShape })),
  total: z.int(),
  counts: z.object({ waiting: z.int(), wrong: z.int(), right: z.int(), photo: z.int() }),
  waitingMine: z.int(),
});

export const BallotsShape = z.object({
  ballots: z.array(z.object({ id: z.uuid(), householdId: z.uuid(), seq: z.int(), hash: z.string() })),
  tally: TallyShape,
});

export const PackageShape = z.object({
  round: z.object({ id: z.uuid(), code: z.string(), round: z.int(), attempt: z.int(), status: z.enum(ROUND_STATUSES) }),
  compound: named,
  rollHash: z.string(),
  homes: z.array(HomeShape),
  menu: z.array(z.object({ code: z.string(), name: z.string(), scope: z.enum(['building', 'compound']) })),
  tally: TallyShape,
  verdicts: z.array(VerdictShape),
  asOf: z.string(),
});

export const DoorListShape = z.object({ needed: z.array(HomeShape).nullable(), undecided: z.int() });

export const CallBackShape = z.object({
  householdId: z.uuid(),
  where: z.string(),
  ballotId: z.uuid(),
  choice: z.enum(CHOICES).nullable(),
  recordedBy: z.string(),
  outcome: z.enum(CALL_OUTCOMES).nullable(),
  note: text,
  calledBy: text,
  calledAt: instant,
  version: z.int(),
});

export const DemandShape = z.object({
  items: z.array(z.object({ code: z.string(), name: z.string(), households: count, area })),
  problems: z.array(z.object({ where: z.string(), problems: z.string() })),
});

export const ChangesShape = z.object({
  items: z.array(
    z.object({
      householdId: z.uuid(),
      where: z.string(),
      kind: z.enum(['added', 'gone', 'area', 'owners']),
      from: text,
      to: text,
      wouldChange: z.boolean(),
    }),
  ),
  /** all of them together */
  wouldChange: z.boolean(),
});

export const SuspicionsShape = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      count: z.int(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      ballotIds: z.array(z.uuid()),
    }),
  ),
});

export const SchemeShape = z.object({
  id: z.uuid(),
  no: z.int(),
  title: z.string(),
  estimate: money,
  ownersShare: money,
  shareRule: z.string(),
  note: text,
  status: z.enum(['draft', 'final']),
  hash: text,
  finalizedAt: instant,
  compound: named.extend({ code: z.string() }),
  parts: z.array(
    z.object({ part: z.string(), summary: z.string(), fileId: z.uuid().nullable(), fileName: text, sha256: text }),
  ),
  missing: z.array(z.string()),
  version: z.int(),
});

export const roundHomeParams = z.strictObject({ id: z.uuid(), householdId: z.uuid() });
export const schemePartParams = z.strictObject({ id: z.uuid(), part: z.string().regex(/^[a-z][A-Za-z]{1,40}$/) });
