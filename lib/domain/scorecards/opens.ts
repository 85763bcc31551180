import { can, type Permission } from '../accounts/permissions';
import type { Role } from '../accounts/roles';
import type { Row } from './measures/row';

/** What somebody must be allowed to read before a record's own page opens to them. */
const READS: Record<Row['kind'], Permission> = {
  county: 'compound.read',
  plan: 'annualPlan.read',
  leadingGroup: 'feasibility.read',
  project: 'project.read',
  compound: 'compound.read',
  month: 'project.read',
  complaint: 'complaint.read',
  supervision: 'supervision.read',
  news: 'news.read',
};

/** Kinds of records whose pages this role may open: a leader has no single complaints. */
export const opensFor = (role: Role): Row['kind'][] =>
  (Object.keys(READS) as Row['kind'][]).filter((kind) => can(role, READS[kind]));
