import type { Label } from '../kernel/label';
import type { CheckState } from './due';
import type { MaintainerKind } from './maintainers';

export const MAINTAINER_LABELS: Record<MaintainerKind, Label> = {
  operator: { zh: '管线运营单位', en: 'pipeline operator' },
  property: { zh: '物业服务企业', en: 'property service' },
  owners: { zh: '业主委员会或居民自治小组', en: "owners' committee or residents' group" },
  unit: { zh: '使用管理单位', en: 'unit that uses it' },
};

export const CHECK_STATE_LABELS: Record<CheckState, Label> = {
  done: { zh: '已检查', en: 'done' },
  overdue: { zh: '已逾期', en: 'overdue' },
  soon: { zh: '即将到期', en: 'due soon' },
  later: { zh: '未到期', en: 'not due yet' },
};

export const CHECK_RESULT_LABELS: Record<'good' | 'problems', Label> = {
  good: { zh: '良好', en: 'good' },
  problems: { zh: '有问题', en: 'problems' },
};
