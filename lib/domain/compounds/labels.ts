import type { Label } from '../kernel/label';
import type {
  CompoundStatus,
  Condition,
  Outcome,
  OwnerKind,
  OwnershipKind,
  Structure,
  Usage,
  Willingness,
} from './types';

export const OWNERSHIP_LABELS: Record<OwnershipKind, Label> = {
  reformed: { zh: '房改房', en: 'Housing-reform flats' },
  commercial: { zh: '商品房', en: 'Commercial housing' },
  unitManaged: { zh: '单位自管', en: 'Managed by a work unit' },
  mixed: { zh: '混合', en: 'Mixed' },
};

export const STRUCTURE_LABELS: Record<Structure, Label> = {
  brickConcrete: { zh: '砖混', en: 'Brick and concrete' },
  frame: { zh: '框架', en: 'Frame' },
  frameShear: { zh: '框剪', en: 'Frame and shear wall' },
  shearWall: { zh: '剪力墙', en: 'Shear wall' },
  brickTimber: { zh: '砖木', en: 'Brick and timber' },
  steel: { zh: '钢结构', en: 'Steel' },
  timber: { zh: '木结构', en: 'Timber' },
  other: { zh: '其他', en: 'Other' },
};

export const CONDITION_LABELS: Record<Condition, Label> = {
  good: { zh: '好', en: 'Good' },
  poor: { zh: '差', en: 'Poor' },
  missing: { zh: '缺', en: 'Missing' },
};

export const WILLINGNESS_LABELS: Record<Willingness, Label> = {
  strong: { zh: '强烈', en: 'Strong' },
  fair: { zh: '一般', en: 'Fair' },
  low: { zh: '较低', en: 'Low' },
};

export const OWNER_KIND_LABELS: Record<OwnerKind, Label> = {
  person: { zh: '个人', en: 'Person' },
  body: { zh: '单位', en: 'Body' },
};

export const USAGE_LABELS: Record<Usage, Label> = {
  residential: { zh: '住宅', en: 'Dwelling' },
  shop: { zh: '商铺', en: 'Shop' },
  office: { zh: '办公', en: 'Office' },
  storage: { zh: '储藏', en: 'Storage' },
  other: { zh: '其他', en: 'Other' },
};

export const OUTCOME_LABELS: Record<Outcome, Label> = {
  eligible: { zh: '符合', en: 'Eligible' },
  ineligible: { zh: '不符合', en: 'Ineligible' },
  incomplete: { zh: '资料不全', en: 'Facts missing' },
};

export const COMPOUND_STATUS_LABELS: Record<CompoundStatus, Label> = {
  active: { zh: '在册', en: 'Active' },
  retired: { zh: '已停用', en: 'Retired' },
  merged: { zh: '已并入其他小区', en: 'Merged into another' },
  split: { zh: '已拆分', en: 'Split' },
};
