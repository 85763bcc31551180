import type { Label } from '../kernel/label';
import type { PaperState, PaperStatus } from './types';

export const PAPER_STATE_LABELS: Record<PaperState, Label> = {
  present: { zh: '已归档', en: 'filed' },
  missing: { zh: '缺', en: 'missing' },
  optional: { zh: '选交', en: 'optional' },
  spared: { zh: '绿色通道，不需要', en: 'spared by the green channel' },
  unknown: { zh: '是否需要未定', en: 'not known yet' },
};

export const PAPER_STATUS_LABELS: Record<PaperStatus, Label> = {
  current: { zh: '现行', en: 'current' },
  superseded: { zh: '已被新版替代', en: 'superseded' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};
