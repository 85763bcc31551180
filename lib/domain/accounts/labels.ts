import type { Label } from '../kernel/label';
import type { Permission } from './permissions';
import type { Role } from './roles';
import type { TokenEnd } from './tokens';

export const ROLE_LABELS: Record<Role, Label> = {
  prefecture_bureau: { zh: '州住建局', en: 'Prefecture bureau' },
  prefecture_drc: { zh: '州发改委', en: 'Prefecture DRC' },
  prefecture_finance: { zh: '州财政局', en: 'Prefecture finance' },
  prefecture_leader: { zh: '州领导', en: 'Prefecture leader' },
  county_bureau: { zh: '县市住建局', en: 'County bureau' },
  county_drc: { zh: '县市发改局', en: 'County DRC' },
  county_finance: { zh: '县市财政局', en: 'County finance' },
  county_leader: { zh: '县市领导', en: 'County leader' },
  town: { zh: '镇政府、街道', en: 'Town or subdistrict' },
  community: { zh: '社区', en: 'Community officer' },
  implementing_entity: { zh: '项目实施单位', en: 'Implementing entity' },
  supervisor: { zh: '监理、质量安全监督', en: 'Supervisor' },
};

export const PERMISSION_LABELS: Record<Permission, Label> = {
  'compound.read': { zh: '查看小区', en: 'See compounds' },
  'compound.write': { zh: '登记和修改小区', en: 'Record and change compounds' },
  'compound.retire': { zh: '停用、合并、拆分小区', en: 'Retire, merge and split compounds' },
  'register.read': { zh: '查看住户名册', en: 'See the household register' },
  'register.write': { zh: '登记和修改住户名册', en: 'Record and change the household register' },
  'personal.read': { zh: '查看个人信息', en: 'See personal data' },
  'personal.reveal': { zh: '说明理由后显示完整个人信息', en: 'Reveal personal data with a reason' },
  'import.run': { zh: '导入表格', en: 'Import workbooks' },
  'export.run': { zh: '导出表格', en: 'Export workbooks' },
  'export.unmasked': { zh: '说明理由后导出完整个人信息', en: 'Export unmasked with a reason' },
  'unit.read': { zh: '查看单位', en: 'See units' },
  'unit.write': { zh: '维护单位', en: 'Maintain units' },
  'user.read': { zh: '查看账号', en: 'See accounts' },
  'user.write': { zh: '管理账号', en: 'Administer accounts' },
  'audit.read': { zh: '查看操作日志', en: 'See the audit log' },
  'baseline.freeze': { zh: '锁定排查摸底总量', en: 'Freeze the survey baseline' },
  'baseline.amend': { zh: '凭文件调整排查摸底总量', en: 'Amend the survey baseline by document' },
  'programme.read': { zh: '查看项目年度', en: 'See programme years' },
  'programme.write': { zh: '设定项目年度', en: 'Set programme years' },
  'dashboard.read': { zh: '查看统计看板', en: 'See dashboards' },
  'file.upload': { zh: '上传文件和照片', en: 'Upload files and photos' },
  'rulebook.read': { zh: '查看规则手册', en: 'See the rule book' },
  'operations.read': { zh: '查看运行情况和备份', en: 'See how it runs, and the backups' },
  'vote.read': { zh: '查看表决', en: 'Read votes' },
  'vote.write': { zh: '登记表决票、开启和截止表决', en: 'Record ballots, open and close rounds' },
  'vote.check': { zh: '复核表决票、电话回访', en: 'Check ballots, call back' },
  'vote.certify': { zh: '认定表决结果', en: 'Certify results' },
  'notice.read': { zh: '查看公示', en: 'See notices' },
  'notice.write': { zh: '办理公示', en: 'Publish notices and answer objections' },
  'plan.read': { zh: '查看改造方案', en: 'See compound plans' },
  'plan.write': { zh: '编制改造方案', en: 'Write compound plans' },
  'project.read': { zh: '查看改造项目', en: 'See projects' },
  'project.write': { zh: '维护改造项目', en: 'Maintain projects' },
  'paper.write': { zh: '归入项目资料', en: "File a project's papers" },
  'stage.step': { zh: '办理项目阶段', en: "Take the steps of a project's stages" },
  'stage.sendBack': { zh: '退回项目阶段', en: 'Send a stage back' },
  'progress.write': { zh: '上报完工内容', en: 'Report completed items' },
  'inspection.write': { zh: '登记检查问题和复查', en: 'Record findings and re-checks' },
  'acceptance.write': { zh: '组织联合验收', en: 'Hold the joint acceptance' },
  'aftercare.write': { zh: '办理移交和回访检查', en: 'Hand over and check afterwards' },
  'feasibility.read': { zh: '查看年度可研', en: 'See feasibility reports' },
  'feasibility.write': { zh: '编制年度可研', en: 'Write feasibility reports' },
  'feasibility.approve': { zh: '审批年度可研', en: 'Approve feasibility reports' },
  'application.read': { zh: '查看改造申请', en: 'See applications' },
  'application.write': { zh: '提交和受理改造申请', en: 'Hand in and take up applications' },
  'annualPlan.read': { zh: '查看年度实施计划', en: 'See annual plans' },
  'annualPlan.write': { zh: '编制和确认年度实施计划', en: 'Make and confirm annual plans' },
};

export const TOKEN_REFUSED_LABELS: Record<'disabled' | 'moved' | 'revoked' | 'expired', Label> = {
  disabled: { zh: '账号已停用', en: 'the account is disabled' },
  moved: { zh: '账号已调动', en: 'the account moved' },
  revoked: { zh: '令牌已撤销', en: 'the token was revoked' },
  expired: { zh: '令牌已过期', en: 'the token expired' },
};

export const TOKEN_END_LABELS: Record<TokenEnd, Label> = {
  own: { zh: '本人撤销', en: 'revoked by its person' },
  administrator: { zh: '管理人员撤销', en: 'revoked by an administrator' },
  disabled: { zh: '账号停用时失效', en: 'ended when the account was disabled' },
  moved: { zh: '账号调动时失效', en: 'ended when the account moved' },
};
