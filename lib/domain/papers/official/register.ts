import type { PaperKind } from './types';

const votes = { zh: '征求意见', en: 'Votes' };
const notices = { zh: '公示', en: 'Public notices' };
const plans = { zh: '改造方案', en: 'Plans' };
const projects = { zh: '项目', en: 'Projects' };
const money = { zh: '资金', en: 'Money' };
const site = { zh: '施工现场', en: 'Site' };
const programme = { zh: '年度计划与进展', en: 'Programme and progress' };
const scores = { zh: '绩效评价', en: 'Performance' };

const notice = {
  permission: 'notice.read',
  formats: { docx: '/api/v1/notices/[id]/docx' },
  record: '/notices/[id]',
} as const;

/**
 * Every official paper that the system makes, in the order of a project's life. A new kind is an entry here and a branch in
 * lib/server/official-papers (decision 0061): the tests hold both against the routes and pages that there are.
 */
export const PAPER_KINDS = [
  {
    code: 'opinionForm',
    label: { zh: '意见征求表', en: 'Opinion forms' },
    ...{ stage: null, subject: votes, clause: 'P三(三)2/表决', permission: 'vote.write' },
    formats: { print: '/votes/[id]/forms' },
    record: '/votes/[id]',
  },
  {
    ...notice,
    code: 'listNotice',
    label: { zh: '项目清单公示', en: 'Notices of project lists' },
    ...{ stage: 2, subject: notices, clause: 'P三(三)2/清单' },
  },
  {
    ...notice,
    code: 'planNotice',
    label: { zh: '改造方案公示', en: 'Notices of plans' },
    ...{ stage: 3, subject: notices, clause: 'P四(三)2/方案' },
  },
  {
    ...notice,
    code: 'designNotice',
    label: { zh: '初步设计公示', en: 'Notices of preliminary designs' },
    ...{ stage: 5, subject: notices, clause: 'P三(三)5' },
  },
  {
    ...notice,
    code: 'resultNotice',
    label: { zh: '表决结果公示', en: 'Results of votes' },
    ...{ stage: null, subject: notices, clause: 'P三(三)2/表决' },
  },
  {
    code: 'compoundPlan',
    label: { zh: '改造方案（一区一策）', en: 'Renovation plans' },
    ...{ stage: 3, subject: plans, clause: 'P三(三)3/方案', permission: 'plan.read' },
    formats: { docx: '/api/v1/plans/[id]/docx', print: '/plans/[id]/print' },
    record: '/plans/[id]',
  },
  {
    code: 'application',
    label: { zh: '改造申请', en: 'Applications' },
    ...{ stage: 6, subject: projects, clause: 'P四(三)2/排序', permission: 'application.read' },
    formats: { docx: '/api/v1/applications/[id]/docx' },
    record: '/applications?project=[project]',
  },
  {
    code: 'annualPlan',
    label: { zh: '年度实施计划', en: 'Annual plans' },
    ...{ stage: 6, subject: programme, clause: 'P四(三)2/排序', permission: 'annualPlan.read' },
    formats: { docx: '/api/v1/annual-plans/[id]/docx', xlsx: '/api/v1/annual-plans/[id]/list.xlsx' },
    record: '/annual-plans/[id]',
  },
  {
    code: 'paymentNotice',
    label: { zh: '缴款通知书', en: 'Payment notices' },
    ...{ stage: null, subject: money, clause: 'P四(二)4/比例', permission: 'project.read' },
    // a file for each payer, all of them on one page to print
    formats: { docx: '/api/v1/projects/[id]/sharing/notices/docx?payer=[payer]', print: '/payment-notices/[id]' },
    record: '/projects/[id]/sharing',
  },
  {
    code: 'fundBatch',
    label: { zh: '资金下达明细', en: 'Allocations of funds' },
    ...{ stage: null, subject: money, clause: 'P四(二)6', permission: 'fund.read' },
    formats: { docx: '/api/v1/funds/batches/[id]/docx' },
    record: '/funds/batches/[id]',
  },
  {
    code: 'stopWork',
    label: { zh: '停工通知', en: 'Stop-work notes' },
    ...{ stage: 8, subject: site, clause: 'P四(三)4', permission: 'project.read' },
    formats: { docx: '/api/v1/projects/[project]/stop-works/[id]/docx' },
    record: '/projects/[project]/works',
  },
  {
    code: 'resumeWork',
    label: { zh: '复工通知', en: 'Resumption notes' },
    ...{ stage: 8, subject: site, clause: 'P四(三)4', permission: 'project.read' },
    formats: { docx: '/api/v1/projects/[project]/stop-works/[id]/lift/docx' },
    record: '/projects/[project]/works',
  },
  {
    code: 'countyMonth',
    label: { zh: '月度汇总表（月报）', en: 'Monthly tables' },
    ...{ stage: 8, subject: programme, clause: '决定/月报', permission: 'project.read' },
    formats: {
      docx: '/api/v1/progress/[month]/summary.docx?county=[county]',
      xlsx: '/api/v1/progress/[month]/summary.xlsx?county=[county]',
    },
    record: '/progress?month=[month]&county=[county]',
  },
  {
    code: 'nationalStatistics',
    label: { zh: '统计报表（基础、完善、提升）', en: 'National statistics' },
    ...{ stage: null, subject: programme, clause: 'P三(二)', permission: 'dashboard.read' },
    formats: {
      docx: '/api/v1/statistics/[table]/docx?year=[year]',
      xlsx: '/api/v1/statistics/[table]/xlsx?year=[year]',
    },
    record: '/statistics?table=[table]&year=[year]',
  },
  {
    code: 'supervision',
    label: { zh: '督办通知', en: 'Supervision notices' },
    ...{ stage: null, subject: programme, clause: '决定/预警', permission: 'supervision.read' },
    formats: { docx: '/api/v1/supervision/[id]/docx' },
    record: '/supervision/[id]',
  },
  {
    code: 'acceptance',
    label: { zh: '联合竣工验收意见书', en: 'Acceptance opinions' },
    ...{ stage: 9, subject: projects, clause: 'P三(三)9/验收', permission: 'project.read' },
    formats: { docx: '/api/v1/projects/[project]/acceptances/[id]/opinion-book' },
    record: '/projects/[project]/acceptance',
  },
  {
    code: 'handoverList',
    label: { zh: '移交清单', en: 'Handover lists' },
    ...{ stage: 10, subject: projects, clause: 'P四(一)4', permission: 'project.read' },
    formats: { docx: '/api/v1/projects/[id]/handover/list.docx', xlsx: '/api/v1/projects/[id]/handover/list.xlsx' },
    record: '/projects/[id]/aftercare',
  },
  {
    code: 'selfReport',
    label: { zh: '自评报告', en: 'Self-evaluation reports' },
    ...{ stage: null, subject: scores, clause: '附件', permission: 'scorecard.read' },
    formats: { docx: '/api/v1/scorecards/[id]/report/docx' },
    record: '/scorecards/[county]/season?year=[year]',
  },
  {
    code: 'annex',
    label: { zh: '绩效评价表（附件）', en: 'Evaluation tables (annex)' },
    ...{ stage: null, subject: scores, clause: '附件', permission: 'scorecard.read' },
    formats: {
      docx: '/api/v1/scorecards/[id]/annex',
      xlsx: '/api/v1/scorecards/[id]/annex-sheet',
      print: '/scorecards/[county]/print?year=[year]',
    },
    record: '/scorecards/[county]/season?year=[year]',
  },
  {
    code: 'decisionSheet',
    label: { zh: '绩效评价审议表', en: 'Deliberation tables' },
    ...{ stage: null, subject: scores, clause: 'P四(四)4', permission: 'scorecard.read' },
    formats: {
      docx: '/api/v1/scorecards/seasons/[id]/decision-sheet/docx',
      xlsx: '/api/v1/scorecards/seasons/[id]/decision-sheet',
    },
    record: '/scorecards?year=[year]',
  },
] as const satisfies readonly PaperKind[];

export type PaperCode = (typeof PAPER_KINDS)[number]['code'];
export const PAPER_CODES = PAPER_KINDS.map(({ code }) => code) as [PaperCode, ...PaperCode[]];

/** Where it stands in the register: papers of one day are listed in this order. */
export const placeInRegister = (code: PaperCode): number => PAPER_CODES.indexOf(code);

export const paperKind = (code: PaperCode): PaperKind => PAPER_KINDS[placeInRegister(code)] as PaperKind;

/** The address of a pattern without what it asks. */
export const pathOf = (pattern: string): string => pattern.split('?')[0] ?? pattern;

/**
 * Files for people that are no official papers: what is filled in and sent back, lists of the day, packages of papers, and what
 * somebody sent in, marked. Each named on purpose: a new route that makes a file is here or in the register.
 */
export const NO_OFFICIAL_PAPERS: readonly string[] = [
  // sheets to fill in
  '/api/v1/plans/[id]/workbook.xlsx',
  '/api/v1/progress/[month]/workbook.xlsx',
  '/api/v1/rounds/[id]/ballots/template.xlsx',
  '/api/v1/funds/imports/template.xlsx',
  // sent in, and given back marked
  '/api/v1/rounds/[id]/ballots/sheet/marked.xlsx',
  '/api/v1/funds/imports/[id]/marked.xlsx',
  '/api/v1/imports/[id]/marked.xlsx',
  // lists of the day, as they stand when they are asked for; the brief says what is so now
  '/api/v1/dashboards/overview/docx',
  '/api/v1/funds/watch.xlsx',
  '/api/v1/funds/table.xlsx',
  '/api/v1/projects/[id]/contributions/reminders.xlsx',
  // what somebody asked to be made, or filed, whatever it is
  '/api/v1/exports/[id]/file',
  '/api/v1/files/[id]',
  '/api/v1/files/[id]/thumbnail',
  // a notice as a page of its own, for another web site
  '/api/v1/notices/[id]/page.html',
  // packages of papers
  '/api/v1/projects/[id]/package',
  '/api/v1/scorecards/[id]/proofs-package',
];
