import { CONDITION_CHOICES } from './choices';
import { ENTITY_LABELS, type Entity, type FieldSpec, fieldsOf } from './fields';
import { compact } from './reading';

/** Raised when a column is added, renamed or dropped; older workbooks are read by their headers and told what changed. */
export const TEMPLATE_VERSION = '2026.1';
/** Which columns the versions had, so that a workbook of an earlier year can be told what is new. */
export const META_SHEET = '_安居';
export const GUIDE_SHEET = '说明';
/** First sheet of a workbook with marked cells: what was found. Not read when the mended workbook comes back. */
export const FINDINGS_SHEET = '核对结果';
export const EXAMPLE_MARK = '示例';
export const ID_HEADER = '编号（请勿改动）';
export const VERSION_HEADER = '版本（请勿改动）';

export const SHEET_NAMES: Record<Entity, string> = {
  compound: ENTITY_LABELS.compound.zh,
  building: ENTITY_LABELS.building.zh,
  household: ENTITY_LABELS.household.zh,
};

export interface TemplateColumn {
  spec: FieldSpec;
  header: string;
  width: number;
  /** Shown when the cell is selected. */
  help: string;
  example: string | number | null;
}

const UNITS: Record<string, string> = {
  statedFloorArea: '㎡',
  statedExclusiveArea: '㎡',
  floorArea: '㎡',
  exclusiveArea: '㎡',
};

const EXAMPLES: Record<Entity, Record<string, string | number>> = {
  compound: {
    name: '示例小区（此行不导入）',
    address: '金山镇文化路12号',
    longitude: 102.071234,
    latitude: 25.151234,
    yearBuilt: 1996,
    statedBuildings: 4,
    statedUnits: 12,
    statedHouseholds: 96,
    statedFloorArea: 8640.5,
    statedExclusiveArea: 8160.25,
    ownershipKind: '房改房',
    originalUnit: '县农机厂',
    hasOwnersCommittee: '否',
    hasPropertyService: '否',
    hasMaintenanceFund: '是',
    willingness: '强烈',
    legalTitle: '是',
    insideTown: '是',
    inShantytownPlan: '否',
    plannedDemolition: '否',
    mainlySelfBuilt: '否',
    urbanVillage: '否',
    facilitiesIncomplete: '是',
    environmentPoor: '是',
    managementMissing: '否',
    facilitiesBackward: '是',
  },
  building: {
    compound: '示例小区（此行不导入）',
    name: '1栋',
    yearBuilt: 1996,
    structure: '砖混',
    storeys: 6,
    units: 3,
    statedHouseholds: 24,
    floorArea: 2160.12,
  },
  household: {
    compound: '示例小区（此行不导入）',
    building: '1栋',
    unitNo: '1单元',
    room: '101',
    storey: 1,
    exclusiveArea: 88.33,
    usage: '住宅',
    ownerName: '张三、李四',
    ownerKind: '个人',
    ownerPhone: '13800000000、13900000000',
  },
};

const HELP_BY_KIND: Record<FieldSpec['kind'], string> = {
  text: '文字，按实际填写。',
  count: '整数，例如 96。',
  area: '平方米，最多两位小数，例如 8640.50。',
  money: '元，最多两位小数。',
  year: '四位年份，例如 1996。',
  boolean: '填“是”或“否”；不清楚就空着，不要猜。',
  choice: '从下拉列表里选择。',
  phone: '手机或带区号的座机。',
  id: '18 位身份证号。',
  coordinate: '十进制度数，例如 102.071234。',
};

const HELP: Record<string, string> = {
  code: '系统编号，新小区空着，导入时自动编号。',
  subdistrict: '从下拉列表里选择本县市的街道或乡镇。',
  community: '从下拉列表里选择；要与街道对应。',
  compound:
    '与“小区”表里的小区名称完全一致。有同名小区时写明是哪一个：小区编码，或“名称（小区编码）”“名称（街道）”“名称（社区）”“名称（地址）”。',
  building: '与“楼栋”表里的楼栋完全一致。',
  ownerName: '几位业主用顿号“、”隔开。带 * 的是隐去的姓名，不改就保持原样。',
  ownerPhone: '几位业主的电话用顿号“、”隔开，顺序与姓名一致；没有电话的位置写“-”。',
};

export interface Facility {
  key: string;
  name: string;
}

export const facilityField = (key: string): string => `facility:${key}`;

function facilityColumn({ key, name }: Facility): TemplateColumn {
  const short = name.replace(/（.*）$/, '');
  return {
    spec: {
      field: facilityField(key),
      kind: 'choice',
      label: { zh: `设施：${short}`, en: `Facility: ${key}` },
      choices: CONDITION_CHOICES,
    },
    header: `设施：${short}`,
    width: 12,
    help: `${name}：好、差或缺。`,
    example: '差',
  };
}

function plainColumn(entity: Entity, spec: FieldSpec): TemplateColumn {
  const unit = UNITS[spec.field];
  const wide = spec.kind === 'text' ? 20 : 12;
  return {
    spec,
    header: `${spec.label.zh}${unit ? `（${unit}）` : ''}${spec.required ? '*' : ''}`,
    width: Math.max(wide, spec.label.zh.length * 2 + 4),
    help: HELP[spec.field] ?? HELP_BY_KIND[spec.kind],
    example: EXAMPLES[entity][spec.field] ?? null,
  };
}

/** The visible columns of a sheet, in order; facilities are the rule book's (P三(三)1), before the remarks. */
export function templateColumns(entity: Entity, facilities: readonly Facility[]): TemplateColumn[] {
  const columns = fieldsOf(entity).map((spec) => plainColumn(entity, spec));
  if (entity !== 'compound') return columns;
  return [...columns.slice(0, -1), ...facilities.map(facilityColumn), ...columns.slice(-1)];
}

/** A header as it is compared: half width, no blanks, no star, no unit in brackets. */
export function headerKey(header: unknown): string {
  return compact(header)
    .toLowerCase()
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[*:]/g, '');
}

/** An example row says so where everybody sees it: in its first words. */
export function isExample(name: unknown): boolean {
  return compact(name).startsWith(EXAMPLE_MARK);
}

/** For dropdowns: the words shown first. */
export function choiceWords(spec: FieldSpec): string[] {
  if (spec.kind === 'boolean') return ['是', '否'];
  return (spec.choices ?? []).map((choice) => choice.words[0] ?? choice.code);
}
