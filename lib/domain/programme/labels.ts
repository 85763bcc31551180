import type { Label } from '../kernel/label';
import type { CampaignStatus, SurveyFigures } from './types';

export const CAMPAIGN_STATUS_LABELS: Record<CampaignStatus, Label> = {
  open: { zh: '排查中', en: 'Open' },
  frozen: { zh: '总量已锁定', en: 'Baseline frozen' },
};

export const FIGURE_LABELS: Record<keyof SurveyFigures, Label> = {
  compounds: { zh: '小区数', en: 'Compounds' },
  buildings: { zh: '楼栋数', en: 'Buildings' },
  households: { zh: '户数', en: 'Households' },
  floorArea: { zh: '建筑面积', en: 'Floor area' },
};
