import type { Label } from '../kernel/label';
import { can, type Permission } from './permissions';
import type { Role } from './roles';

interface ScopeRule {
  label: Label;
  /** What the account must be allowed to do, of which one suffices; none: every account may. */
  permissions: readonly Permission[];
}

/**
 * What another system may be given, in the office's subjects: reading and writing apart. What stands in no scope is done by
 * people only: accounts, passwords and tokens themselves, personal data in clear, and what takes a document to decide
 * (locking and adjusting the survey totals, the steps of a project's stages, acceptance, approvals, the year's plan, what a complainant is answered). Owners' names and numbers come masked; writing the register carries personal.read,
 * because the database takes no owner from anybody who may not.
 */
const SCOPE_RULES = {
  'tasks.read': { label: { zh: '读取待办', en: 'Read tasks' }, permissions: [] },
  'dashboards.read': { label: { zh: '读取统计看板', en: 'Read dashboards' }, permissions: ['dashboard.read'] },
  'compounds.read': {
    label: { zh: '读取小区、楼栋和照片', en: 'Read compounds and photos' },
    permissions: ['compound.read'],
  },
  'compounds.write': {
    label: { zh: '登记、修改、停用小区和楼栋', en: 'Record, change and retire compounds' },
    permissions: ['compound.write', 'compound.retire'],
  },
  'register.read': {
    label: { zh: '读取住户名册（个人信息已掩码）', en: 'Read the register (masked)' },
    permissions: ['register.read'],
  },
  'register.write': {
    label: { zh: '登记、修改住户名册', en: 'Record and change the register' },
    permissions: ['register.write', 'personal.read'],
  },
  'files.write': { label: { zh: '上传文件和照片', en: 'Upload files and photos' }, permissions: ['file.upload'] },
  'imports.write': { label: { zh: '导入表格', en: 'Import workbooks' }, permissions: ['import.run'] },
  'exports.read': {
    label: { zh: '导出表格（个人信息已掩码）', en: 'Export workbooks (masked)' },
    permissions: ['export.run'],
  },
  'votes.read': { label: { zh: '读取表决轮次和票数', en: 'Read votes' }, permissions: ['vote.read'] },
  'votes.write': { label: { zh: '登记表决票和走访', en: 'Record ballots and visits' }, permissions: ['vote.write'] },
  'notices.read': { label: { zh: '读取公示和异议', en: 'Read notices and objections' }, permissions: ['notice.read'] },
  'notices.write': {
    label: { zh: '办理公示和异议', en: 'Publish notices, answer objections' },
    permissions: ['notice.write'],
  },
  'plans.read': { label: { zh: '读取改造方案', en: 'Read compound plans' }, permissions: ['plan.read'] },
  'plans.write': { label: { zh: '编制改造方案', en: 'Write compound plans' }, permissions: ['plan.write'] },
  'projects.read': {
    label: { zh: '读取改造项目、申请和年度计划', en: 'Read projects, applications and annual plans' },
    permissions: ['project.read', 'feasibility.read', 'application.read', 'annualPlan.read'],
  },
  'projects.write': {
    label: { zh: '维护改造项目及其资料、进展和检查', en: 'Maintain projects, their papers, progress and inspections' },
    permissions: [
      'project.write',
      'paper.write',
      'progress.write',
      'inspection.write',
      'aftercare.write',
      'application.write',
      'feasibility.write',
    ],
  },
  'funds.read': { label: { zh: '读取资金台账', en: 'Read the ledger' }, permissions: ['fund.read'] },
  'funds.write': {
    label: { zh: '登记资金下达、到位和支付申请', en: 'Record allocations, receipts and requests for payment' },
    permissions: ['fund.write', 'payment.write'],
  },
  'contributions.read': {
    label: { zh: '读取居民出资（个人信息已掩码）', en: "Read residents' contributions (masked)" },
    permissions: ['contribution.read'],
  },
  'contributions.write': {
    label: { zh: '登记居民出资', en: "Record residents' contributions" },
    permissions: ['contribution.write'],
  },
  'supervision.read': { label: { zh: '读取督办', en: 'Read supervision notices' }, permissions: ['supervision.read'] },
  'scorecard.read': { label: { zh: '读取绩效评价', en: 'Read scorecards' }, permissions: ['scorecard.read'] },
  'news.read': { label: { zh: '读取新闻信息', en: 'Read news' }, permissions: ['news.read'] },
  'news.write': { label: { zh: '报送新闻信息', en: 'File news' }, permissions: ['news.write'] },
  'complaints.read': {
    label: { zh: '读取群众投诉和满意度', en: 'Read complaints and satisfaction' },
    permissions: ['complaint.read', 'satisfaction.read'],
  },
  'complaints.write': {
    label: { zh: '登记投诉、拟写答复', en: 'Enter complaints, draft answers' },
    permissions: ['complaint.enter', 'complaint.draft'],
  },
  'programme.read': {
    label: { zh: '读取项目年度和摸底', en: 'Read years and surveys' },
    permissions: ['programme.read'],
  },
  'programme.write': {
    label: { zh: '设定项目年度和摸底', en: 'Set years and surveys' },
    permissions: ['programme.write'],
  },
  'units.read': { label: { zh: '读取单位', en: 'Read units' }, permissions: ['unit.read'] },
  'units.write': { label: { zh: '维护单位', en: 'Maintain units' }, permissions: ['unit.write'] },
  'rulebook.read': { label: { zh: '读取规则手册', en: 'Read the rule book' }, permissions: ['rulebook.read'] },
  'operations.read': { label: { zh: '读取运行状况', en: 'Read how it runs' }, permissions: ['operations.read'] },
  'audit.read': { label: { zh: '读取操作日志', en: 'Read the audit log' }, permissions: ['audit.read'] },
} as const satisfies Record<string, ScopeRule>;

export type Scope = keyof typeof SCOPE_RULES;
export const SCOPES = Object.keys(SCOPE_RULES) as [Scope, ...Scope[]];

const ruleOf = (scope: Scope): ScopeRule => SCOPE_RULES[scope];
export const scopeLabel = (scope: Scope): Label => ruleOf(scope).label;

/** Scopes that an account of this role may hand on: it may itself do something of each. */
export function scopesOf(role: Role): Scope[] {
  return SCOPES.filter((scope) => {
    const { permissions } = ruleOf(scope);
    return permissions.length === 0 || permissions.some((permission) => can(role, permission));
  });
}

/** The scope that permits this, or null where no token ever may. */
export function scopeFor(permission: Permission): Scope | null {
  return SCOPES.find((scope) => ruleOf(scope).permissions.includes(permission)) ?? null;
}

/** Somebody who asks: in person, or through a token that has only some of it. */
export interface Asking {
  role: Role;
  token?: { scopes: readonly Scope[] } | null;
}

/** Whether this may be done at all: by the role as it stands now, and with a token by one of its scopes too. */
export function may({ role, token }: Asking, permission: Permission): boolean {
  if (!can(role, permission)) return false;
  if (!token) return true;
  const scope = scopeFor(permission);
  return scope !== null && token.scopes.includes(scope);
}
