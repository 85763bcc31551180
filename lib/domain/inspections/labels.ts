import type { Label } from '../kernel/label';
import type { CheckResult, InspectionLevel, SightingKind } from './types';

export const CHECK_RESULT_LABELS: Record<CheckResult, Label> = {
  pass: { zh: '合格', en: 'Right' },
  fail: { zh: '不合格', en: 'Wrong' },
  none: { zh: '不适用', en: 'Not applicable' },
};

export const INSPECTION_LEVEL_LABELS: Record<InspectionLevel, Label> = {
  supervisor: { zh: '监理、监督', en: 'Supervisor' },
  county: { zh: '县市检查', en: 'County' },
  prefecture: { zh: '州级检查', en: 'Prefecture' },
};

export const SIGHTING_LABELS: Record<SightingKind, Label> = {
  new: { zh: '新问题', en: 'New' },
  repeat: { zh: '重复发生', en: 'Repeated' },
  again: { zh: '未销号，再次发现', en: 'Seen again, not closed' },
  past: { zh: '已另行销号', en: 'Closed since' },
};
