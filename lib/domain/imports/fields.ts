import type { Label } from '../kernel/label';
import type { Choice } from './cells-words';
import {
  OWNER_KIND_CHOICES,
  OWNERSHIP_CHOICES,
  STRUCTURE_CHOICES,
  USAGE_CHOICES,
  WILLINGNESS_CHOICES,
} from './choices';
import type { Entity, ImportField } from './field-synonyms';

export type { Entity } from './field-synonyms';
export const ENTITIES = ['compound', 'building', 'household'] as const satisfies readonly Entity[];

/** What a cell may become: areas are decimal text with two places, choices their codes. */
export type Scalar = string | number | boolean | null;

/** A field as rows carry it; `max` for text, `unit` for counts, `choices` for words. */
export interface FieldSpec {
  field: string;
  kind: ImportField['kind'];
  label: Label;
  max?: number;
  unit?: string;
  range?: readonly [number, number];
  choices?: readonly Choice<string>[];
  /** Names the record or its place; never written as a value of its own. */
  role?: 'key' | 'parent' | 'place' | 'owner' | 'aside';
  required?: boolean;
}

const spec = (
  field: string,
  kind: FieldSpec['kind'],
  zh: string,
  en: string,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({ field, kind, label: { zh, en }, ...more });
const yesNo = (field: string, zh: string, en: string) => spec(field, 'boolean', zh, en);

const COMPOUND: FieldSpec[] = [
  spec('code', 'text', '小区编码', 'Code', { max: 40, role: 'key' }),
  spec('name', 'text', '小区名称', 'Compound', { max: 80, required: true }),
  spec('subdistrict', 'text', '街道（乡镇）', 'Subdistrict', { max: 80, role: 'place' }),
  spec('community', 'text', '社区（村）', 'Community', { max: 80, role: 'place' }),
  spec('address', 'text', '地址', 'Address', { max: 200 }),
  spec('longitude', 'coordinate', '经度', 'Longitude'),
  spec('latitude', 'coordinate', '纬度', 'Latitude'),
  spec('yearBuilt', 'year', '建成年份', 'Year built'),
  spec('statedBuildings', 'count', '楼栋数', 'Buildings', { unit: '栋', range: [0, 10_000] }),
  spec('statedUnits', 'count', '单元数', 'Entrances', { unit: '单元' }),
  spec('statedHouseholds', 'count', '户数', 'Households', { unit: '户' }),
  spec('statedFloorArea', 'area', '建筑面积', 'Floor area'),
  spec('statedExclusiveArea', 'area', '专有面积', 'Exclusive area'),
  spec('ownershipKind', 'choice', '产权性质', 'Ownership', { choices: OWNERSHIP_CHOICES }),
  spec('originalUnit', 'text', '原产权单位', 'Original property unit', { max: 120 }),
  yesNo('hasOwnersCommittee', '业主委员会', "Owners' committee"),
  yesNo('hasPropertyService', '物业管理', 'Property service'),
  yesNo('hasMaintenanceFund', '维修资金账户', 'Maintenance-fund account'),
  spec('willingness', 'choice', '居民改造意愿', "Residents' willingness", { choices: WILLINGNESS_CHOICES }),
  yesNo('legalTitle', '合法产权', 'Legal title'),
  yesNo('insideTown', '位于城市、县城', 'Inside a city or county town'),
  yesNo('inShantytownPlan', '纳入棚户区改造计划', 'In the shantytown plan'),
  yesNo('plannedDemolition', '拟拆除新建', 'Planned for demolition and rebuilding'),
  yesNo('mainlySelfBuilt', '以自建住房为主', 'Mainly self-built'),
  yesNo('urbanVillage', '城中村', 'Urban village'),
  yesNo('facilitiesIncomplete', '配套设施不全', 'Incomplete facilities'),
  yesNo('environmentPoor', '环境脏乱差', 'Poor environment'),
  yesNo('managementMissing', '管理机制不健全', 'No management mechanism'),
  yesNo('facilitiesBackward', '公共设施落后', 'Backward public facilities'),
  spec('remarks', 'text', '备注', 'Remarks', { max: 2000 }),
];

const BUILDING: FieldSpec[] = [
  spec('compound', 'text', '小区名称', 'Compound', { max: 130, role: 'parent', required: true }),
  spec('name', 'text', '楼栋', 'Building', { max: 60, required: true }),
  spec('yearBuilt', 'year', '建成年份', 'Year built'),
  spec('structure', 'choice', '结构', 'Structure', { choices: STRUCTURE_CHOICES }),
  spec('storeys', 'count', '层数', 'Storeys', { unit: '层', range: [1, 200] }),
  spec('units', 'count', '单元数', 'Entrances', { unit: '单元', range: [0, 200] }),
  spec('statedHouseholds', 'count', '户数', 'Households', { unit: '户' }),
  spec('floorArea', 'area', '建筑面积', 'Floor area'),
  spec('remarks', 'text', '备注', 'Remarks', { max: 1000 }),
];

const HOUSEHOLD: FieldSpec[] = [
  spec('compound', 'text', '小区名称', 'Compound', { max: 130, role: 'parent', required: true }),
  spec('building', 'text', '楼栋', 'Building', { max: 60, role: 'parent', required: true }),
  spec('unitNo', 'text', '单元', 'Entrance', { max: 20 }),
  spec('room', 'text', '房号', 'Room', { max: 40, required: true }),
  spec('storey', 'count', '楼层', 'Storey', { unit: '层', range: [0, 200] }),
  spec('exclusiveArea', 'area', '专有面积', 'Exclusive area'),
  spec('usage', 'choice', '用途', 'Usage', { choices: USAGE_CHOICES }),
  spec('ownerName', 'text', '业主姓名', 'Owner', { max: 1000, role: 'owner' }),
  spec('ownerKind', 'choice', '业主类型', 'Kind of owner', { choices: OWNER_KIND_CHOICES, role: 'owner' }),
  spec('ownerPhone', 'text', '联系电话', 'Phone', { max: 1000, role: 'owner' }),
  spec('remarks', 'text', '备注', 'Remarks', { max: 1000 }),
];

const ALL: Record<Entity, readonly FieldSpec[]> = { compound: COMPOUND, building: BUILDING, household: HOUSEHOLD };

/** A money column of a plan list: no fact of the survey, it goes into the remarks (see field-synonyms). */
const INVESTMENT = spec('plannedInvestment', 'money', '计划投资', 'Planned investment', { role: 'aside' });

export function fieldsOf(entity: Entity): readonly FieldSpec[] {
  return ALL[entity];
}

/** Any field that a column of a list may be mapped to. */
export function mappableFields(): readonly FieldSpec[] {
  return [...COMPOUND.filter((field) => field.role !== 'key'), INVESTMENT];
}

export function fieldSpec(entity: Entity, field: string): FieldSpec | undefined {
  if (entity === 'compound' && field === INVESTMENT.field) return INVESTMENT;
  return ALL[entity].find((one) => one.field === field);
}

export const ENTITY_LABELS: Record<Entity, Label> = {
  compound: { zh: '小区', en: 'Compounds' },
  building: { zh: '楼栋', en: 'Buildings' },
  household: { zh: '户', en: 'Households' },
};
