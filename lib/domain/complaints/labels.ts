import type { Label } from '../kernel/label';
import type { AssigneeKind, Channel, CloseOutcome, ComplaintKind, EventKind, Status } from './types';

export const COMPLAINT_KIND_LABELS: Record<ComplaintKind, Label> = {
  complaint: { zh: '投诉', en: 'Complaint' },
  opinion: { zh: '意见建议', en: 'Opinion' },
};

export const CHANNEL_LABELS: Record<Channel, Label> = {
  page: { zh: '网页', en: 'Public page' },
  phone: { zh: '电话', en: 'Telephone' },
  visit: { zh: '来访', en: 'Visit' },
  letter: { zh: '来信', en: 'Letter' },
  transferred: { zh: '上级转办', en: 'Passed on to us' },
};

export const STATUS_LABELS: Record<Status, Label> = {
  received: { zh: '待交办', en: 'Received' },
  assigned: { zh: '办理中', en: 'Assigned' },
  answered: { zh: '已答复', en: 'Answered' },
  closed: { zh: '已办结', en: 'Closed' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
  transferred: { zh: '已转出', en: 'Passed on' },
  merged: { zh: '已并案', en: 'Joined to another' },
};

export const ASSIGNEE_LABELS: Record<AssigneeKind, Label> = {
  bureau: { zh: '县市住建局', en: 'County bureau' },
  town: { zh: '镇、街道', en: 'Town' },
  community: { zh: '社区', en: 'Community' },
  entity: { zh: '项目实施单位', en: 'Implementing entity' },
  supervisor: { zh: '监理、质量安全监督', en: 'Supervisor' },
};

export const EVENT_LABELS: Record<EventKind, Label> = {
  received: { zh: '收到', en: 'Received' },
  assigned: { zh: '交办', en: 'Assigned' },
  drafted: { zh: '拟好答复', en: 'Answer drafted' },
  answered: { zh: '答复', en: 'Answered' },
  reopened: { zh: '投诉人要求再办', en: 'Opened again by the complainant' },
  merged: { zh: '并入', en: 'Joined to' },
  joined: { zh: '并入本事项', en: 'Joined by' },
  separated: { zh: '分开办理', en: 'Separated' },
  closed: { zh: '办结', en: 'Closed' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
  transferred: { zh: '转出', en: 'Passed on' },
};

export const OUTCOME_LABELS: Record<CloseOutcome, Label> = {
  content: { zh: '投诉人表示满意', en: 'The complainant is content' },
  quiet: { zh: '期限内没有再提出', en: 'Nothing more was said in time' },
};
