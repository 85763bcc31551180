import type { Label } from '../kernel/label';
import type {
  CompanyKind,
  ContractKind,
  EntityKind,
  FindingGrade,
  FindingStatus,
  PartyKind,
  ProjectStatus,
  TenderMethod,
} from './types';

export const PROJECT_STATUS_LABELS: Record<ProjectStatus, Label> = {
  active: { zh: '进行中', en: 'Active' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
};

export const ALL_COMPLETE: Label = { zh: '全部完成', en: 'All complete' };
const LAST_STAGE = 10;

/** Of a project as a whole: one that has all ten stages behind it is not under way any more. */
export const standingOf = ({ status, stage }: { status: ProjectStatus; stage: number }): Label =>
  status === 'active' && stage > LAST_STAGE ? ALL_COMPLETE : PROJECT_STATUS_LABELS[status];

export const ENTITY_KIND_LABELS: Record<EntityKind, Label> = {
  countyBureau: { zh: '县市住建局', en: 'County bureau' },
  town: { zh: '镇政府、街道', en: 'Town government' },
  company: { zh: '政府主导的企业', en: 'Government-led company' },
};

const works = {
  design: { zh: '设计', en: 'Design' },
  construction: { zh: '施工', en: 'Construction' },
  supervision: { zh: '监理', en: 'Supervision' },
  audit: { zh: '审核审计', en: 'Audit' },
  consulting: { zh: '全过程咨询', en: 'Whole-process consulting' },
  epc: { zh: '工程总承包（EPC）', en: 'EPC' },
  testing: { zh: '检测', en: 'Testing' },
} satisfies Record<string, Label>;

export const COMPANY_KIND_LABELS: Record<CompanyKind, Label> = {
  ...works,
  investment: { zh: '投资建设', en: 'Investment' },
  property: { zh: '物业服务', en: 'Property service' },
  pipeline: { zh: '管线运营', en: 'Pipelines and utilities' },
};

export const PARTY_KIND_LABELS: Record<PartyKind, Label> = works;

export const CONTRACT_KIND_LABELS: Record<ContractKind, Label> = { ...works, other: { zh: '其他', en: 'Other' } };

export const TENDER_METHOD_LABELS: Record<TenderMethod, Label> = {
  open: { zh: '公开招标', en: 'Open tender' },
  invited: { zh: '邀请招标', en: 'Invited tender' },
  consultation: { zh: '竞争性磋商、谈判', en: 'Competitive consultation' },
  quotation: { zh: '询价', en: 'Quotation' },
  direct: { zh: '直接委托', en: 'Direct award' },
};

export const FINDING_GRADE_LABELS: Record<FindingGrade, Label> = {
  minor: { zh: '一般', en: 'Minor' },
  major: { zh: '较重', en: 'Major' },
  grave: { zh: '严重', en: 'Grave' },
};
export const FINDING_STATUS_LABELS: Record<FindingStatus, Label> = {
  open: { zh: '待整改', en: 'To be put right' },
  rectified: { zh: '待复查', en: 'To be checked again' },
  closed: { zh: '已销号', en: 'Closed' },
};
