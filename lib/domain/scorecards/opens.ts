import { can, type Permission } from '../accounts/permissions';
import type { Role } from '../accounts/roles';
import type { Row } from './measures/row';

/** Kinds of records, and the part of a project that fewer people open. */
export type Opened = Row['kind'] | 'satisfaction';

/** What somebody must be allowed to read before a record's own page opens to them. */
const READS: Record<Opened, Permission> = {
  county: 'compound.read',
  plan: 'annualPlan.read',
  leadingGroup: 'feasibility.read',
  project: 'project.read',
  compound: 'compound.read',
  month: 'project.read',
  complaint: 'complaint.read',
  supervision: 'supervision.read',
  news: 'news.read',
  satisfaction: 'satisfaction.read',
};

/** Kinds of records whose pages this role may open: a leader has no single complaints. */
export const opensFor = (role: Role): Opened[] =>
  (Object.keys(READS) as Opened[]).filter((kind) => can(role, READS[kind]));
