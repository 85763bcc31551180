import type { Label } from '../kernel/label';
import type { NoticeKind, NoticeStatus, ObjectionSource, Verdict } from './types';

export const NOTICE_KIND_LABELS: Record<NoticeKind, Label> = {
  list: { zh: '项目清单公示', en: 'Project list' },
  plan: { zh: '改造方案公示', en: 'Renovation plan' },
  design: { zh: '初步设计公示', en: 'Preliminary design' },
  result: { zh: '表决结果公示', en: 'Result of a vote' },
};

export const NOTICE_STATUS_LABELS: Record<NoticeStatus, Label> = {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '公示中', en: 'Published' },
  completed: { zh: '已完成', en: 'Completed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const OBJECTION_SOURCE_LABELS: Record<ObjectionSource, Label> = {
  page: { zh: '公示网页', en: 'Public page' },
  receipt: { zh: '回执查询', en: 'Receipt' },
  office: { zh: '工作人员登记', en: 'Entered by the office' },
};

export const VERDICT_LABELS: Record<Verdict, Label> = {
  upheld: { zh: '异议成立', en: 'Upheld' },
  dismissed: { zh: '异议不成立', en: 'Dismissed' },
};
