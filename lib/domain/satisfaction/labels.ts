import type { Label } from '../kernel/label';
import type { SurveyStatus, Way } from './types';

export const SURVEY_STATUS_LABELS: Record<SurveyStatus, Label> = {
  open: { zh: '正在调查', en: 'Under way' },
  closed: { zh: '已结束', en: 'Closed' },
  cancelled: { zh: '已作废', en: 'Cancelled' },
};

export const WAY_LABELS: Record<Way, Label> = {
  door: { zh: '上门', en: 'At the door' },
  meeting: { zh: '会议', en: 'Meeting' },
  phone: { zh: '电话', en: 'Telephone' },
};
