import type { Label } from '../kernel/label';
import type { AcceptanceStatus, Opinion } from './types';

export const OPINION_LABELS: Record<Opinion, Label> = {
  agree: { zh: '同意通过', en: 'agrees' },
  conditions: { zh: '整改落实后同意', en: 'agrees on conditions' },
  disagree: { zh: '不同意', en: 'does not agree' },
};

export const ACCEPTANCE_STATUS_LABELS: Record<AcceptanceStatus, Label> = {
  draft: { zh: '正在验收', en: 'under way' },
  passed: { zh: '验收通过', en: 'passed' },
  failed: { zh: '验收未通过', en: 'not passed' },
};
