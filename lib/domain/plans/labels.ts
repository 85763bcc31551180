import type { Label } from '../kernel/label';
import type { PromiseState } from './promises';
import type { LineMethod, PlanAnswer, PlanStatus } from './types';

/** Of a required item; 'none' of an improvement item is IMPROVEMENT_NONE. */
export const ANSWER_LABELS: Record<PlanAnswer, Label> = {
  todo: { zh: '改造', en: 'To be done' },
  met: { zh: '已达标', en: 'Meets the standard' },
  impossible: { zh: '无法实施', en: 'Not possible' },
  refused: { zh: '居民不同意', en: 'Refused by residents' },
  none: { zh: '未填', en: 'Not answered' },
};
export const IMPROVEMENT_NONE: Label = { zh: '不做', en: 'Not chosen' };

export const answerLabel = (answer: PlanAnswer, necessity: 'required' | 'improvement'): Label =>
  answer === 'none' && necessity === 'improvement' ? IMPROVEMENT_NONE : ANSWER_LABELS[answer];

export const METHOD_LABELS: Record<LineMethod, Label> = {
  overhead: { zh: '架空梳理', en: 'Tidied overhead' },
  underground: { zh: '上改下', en: 'Moved underground' },
};

export const PLAN_STATUS_LABELS: Record<PlanStatus, Label> = {
  draft: { zh: '草稿', en: 'Draft' },
  final: { zh: '已定稿', en: 'Final' },
};

export const PROMISE_STATE_LABELS: Record<PromiseState, Label> = {
  kept: { zh: '做到', en: 'Kept' },
  partly: { zh: '部分做到', en: 'Partly' },
  open: { zh: '未做到', en: 'Open' },
};

export const NECESSITY_LABELS: Record<'required' | 'improvement', Label> = {
  required: { zh: '必改', en: 'Required' },
  improvement: { zh: '提升', en: 'Improvement' },
};
