import {
  CONDITION_LABELS,
  OWNER_KIND_LABELS,
  OWNERSHIP_LABELS,
  STRUCTURE_LABELS,
  USAGE_LABELS,
  WILLINGNESS_LABELS,
} from '../compounds/labels';
import type { Condition, OwnerKind, OwnershipKind, Structure, Usage, Willingness } from '../compounds/types';
import type { Label } from '../kernel/label';
import type { Choice } from './cells-words';

function choices<T extends string>(labels: Record<T, Label>, synonyms: Partial<Record<T, string[]>>): Choice<T>[] {
  return (Object.keys(labels) as T[]).map((code) => ({
    code,
    words: [labels[code].zh, ...(synonyms[code] ?? []), labels[code].en, code],
  }));
}

export const OWNERSHIP_CHOICES = choices<OwnershipKind>(OWNERSHIP_LABELS, {
  reformed: ['房改', '已购公房', '公改房'],
  commercial: ['商品', '商品住房', '商品住宅'],
  unitManaged: ['单位自管房', '单位自管公房', '自管', '公房', '直管公房', '单位房', '单位产权'],
  mixed: ['混合产权', '混合型', '多种'],
});

export const STRUCTURE_CHOICES = choices<Structure>(STRUCTURE_LABELS, {
  brickConcrete: ['砖混结构', '混合结构', '砖混'],
  frame: ['框架结构', '钢混', '钢筋混凝土', '钢混结构', '钢筋混凝土结构'],
  frameShear: ['框剪结构', '框架剪力墙', '框架-剪力墙'],
  shearWall: ['剪力墙结构'],
  brickTimber: ['砖木结构'],
  steel: ['钢', '钢构'],
  timber: ['木', '土木', '土木结构'],
});

export const CONDITION_CHOICES = choices<Condition>(CONDITION_LABELS, {
  good: ['良好', '完好', '较好', '完善'],
  poor: ['较差', '破损', '不完善', '老化', '损坏'],
  missing: ['无', '没有', '缺失', '缺少', '未建'],
});

export const WILLINGNESS_CHOICES = choices<Willingness>(WILLINGNESS_LABELS, {
  strong: ['强', '高', '很强', '较强', '较高'],
  fair: ['中', '中等', '普通'],
  low: ['低', '弱', '不强烈', '不高', '较弱'],
});

export const OWNER_KIND_CHOICES = choices<OwnerKind>(OWNER_KIND_LABELS, {
  person: ['自然人', '私人', '居民'],
  body: ['法人', '企业', '公司', '机关', '公房'],
});

export const USAGE_CHOICES = choices<Usage>(USAGE_LABELS, {
  residential: ['居住', '住房'],
  shop: ['商业', '门面', '商用', '铺面'],
  office: ['办公室', '办公用房'],
  storage: ['储藏室', '仓库', '车库'],
});
