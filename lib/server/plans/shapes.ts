import 'server-only';
import { z } from 'zod';
import { ANSWERS, METHODS, PLAN_STATUSES } from '@/lib/domain/plans/types';
import { FUNDING_SOURCES } from '@/lib/domain/rulebook/schema-funding';

/** What the routes of the plans answer, for the OpenAPI document. */
const money = z.string().meta({ description: '元, two places', examples: ['418000.00'] });
const quantity = z.string().meta({ description: 'of the unit, two places', examples: ['12.50'] });
const area = z.string().meta({ description: '㎡, two places', examples: ['88.33'] });
const count = z.int();
const text = z.string().nullable();
const instant = z.string().nullable();
const place = z.uuid().nullable().meta({ description: 'building; null: the compound itself' });

export const CellShape = z.object({
  buildingId: place,
  item: z.string(),
  answer: z.enum(ANSWERS),
  quantity: quantity.nullable(),
  unit: text,
  unitCost: money.nullable(),
  cost: money,
  payer: z.enum(FUNDING_SOURCES).nullable(),
  method: z.enum(METHODS).nullable(),
  residentPercent: count,
  share: money,
  reason: text,
  photoFileId: z.uuid().nullable(),
});

const sums = { todo: count, cost: money, share: money };
const promise = z.object({
  code: z.string(),
  state: z.enum(['kept', 'partly', 'open']),
  lacks: z.array(z.object({ item: z.string(), answer: z.enum(ANSWERS) })),
  helpedBy: z.array(z.string()),
});
const PlaceShape = z.object({ buildingId: place, item: z.string() });

export const HaveShape = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  attested: z.boolean().nullable(),
  note: text,
  photoFileId: z.uuid().nullable(),
  by: text,
  at: instant,
});
export const HavesShape = z.object({ items: z.array(HaveShape) });

export const PlanShape = z.object({
  id: z.uuid(),
  no: count,
  title: z.string(),
  note: text,
  status: z.enum(PLAN_STATUSES),
  hash: text,
  finalizedAt: instant,
  finalizedBy: text,
  updatedAt: z.string(),
  version: count,
  compound: z.object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    active: z.boolean(),
    place: z.string(),
    placeEn: z.string(),
  }),
  sums: z.object(sums),
  compoundSums: z.object(sums),
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      scope: z.enum(['building', 'compound']),
      necessity: z.enum(['required', 'improvement']),
      unit: z.string(),
      hasMethod: z.boolean(),
      clause: z.string(),
      demand: z.object({ households: count, area }).nullable(),
      ...sums,
    }),
  ),
  buildings: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      retired: z.boolean(),
      storeys: count.nullable(),
      units: count.nullable(),
      households: count,
      promises: z.array(promise),
      ...sums,
    }),
  ),
  cells: z.array(CellShape),
  promises: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  haves: z.array(HaveShape),
  unanswered: z.array(PlaceShape),
  unpriced: z.array(PlaceShape),
  demandOf: z.object({ roundId: z.uuid(), households: count }).nullable(),
});

export const PlanVersionShape = z.object({
  id: z.uuid(),
  no: count,
  title: z.string(),
  status: z.enum(PLAN_STATUSES),
  todoItems: count,
  cost: money,
  residentShare: money,
  finalizedAt: instant,
  updatedAt: z.string(),
});

const named = z.object({ id: z.uuid(), name: z.string(), code: z.string() });

export const PlanListShape = z.object({
  items: z.array(
    z.object({
      compound: named,
      county: z.string(),
      countyEn: text,
      place: text,
      placeEn: text,
      buildings: count,
      households: count,
      roundOnePassed: z.boolean(),
      plan: PlanVersionShape.nullable(),
    }),
  ),
  total: count,
});

export const PlanDifferencesShape = z.object({
  before: PlanVersionShape,
  after: PlanVersionShape,
  compound: z.object({ id: z.uuid(), name: z.string() }),
  items: z.array(
    z.object({
      buildingId: place,
      where: z.string(),
      item: z.string(),
      kind: z.enum(['added', 'dropped', 'changed']),
      fields: z.array(z.string()),
      before: CellShape.nullable(),
      after: CellShape.nullable(),
    }),
  ),
  cost: money,
  share: money,
});

export const CopiedShape = z.object({ plan: PlanShape, copied: count, notCopied: count });

export const PlanSheetShape = z.object({
  key: z.string().meta({ description: '同一份表对同一版方案相同；确认时作为 Idempotency-Key 的开头' }),
  fileName: z.string(),
  version: count,
  errors: count,
  same: count,
  changes: z.array(
    z.object({
      where: z.string(),
      item: z.string(),
      before: CellShape.nullable(),
      after: CellShape,
    }),
  ),
  findings: z.array(
    z.object({
      level: z.enum(['error', 'warning', 'info']),
      sheet: z.string(),
      rowNo: count.nullable(),
      cell: text,
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      message: z.string(),
    }),
  ),
  cost: z.object({ before: money, after: money }),
  share: z.object({ before: money, after: money }),
});
