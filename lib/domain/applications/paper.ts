import { inChinese } from '../notices/paper';
import { grouped } from '../papers/grouped-money';
import { ended } from '../papers/sentence';
import type { OfficialPaper, PaperTable } from '../papers/types';

/** A compound of the project as its second vote left it; null: none that this person sees was certified. */
export interface AppliedCompound {
  name: string;
  vote: { households: number; area: string; agreeHouseholds: number; agreeArea: string } | null;
}

export interface ApplicationPaperFacts {
  applicant: string;
  appliedOn: string;
  reasons: string | null;
  county: string;
  year: number;
  project: { code: string; name: string };
  compounds: readonly AppliedCompound[];
  /** the signed application that was filed with it */
  file: string | null;
  status: 'submitted' | 'accepted' | 'returned' | 'withdrawn';
}

/** Figures of the certified vote: they never change, so neither does the paper. */
function votesTable({ compounds }: ApplicationPaperFacts): PaperTable {
  return {
    caption: '第二次征求意见结果',
    head: ['小区', '全体户数', '专有面积（㎡）', '同意户数', '同意面积（㎡）'],
    rows: compounds.map(({ name, vote }) =>
      vote
        ? [name, String(vote.households), grouped(vote.area), String(vote.agreeHouseholds), grouped(vote.agreeArea)]
        : [name, '—', '—', '—', '—'],
    ),
  };
}

const STANDING = {
  submitted: null,
  accepted: null,
  returned: '本申请已由县市住建局退回。',
  withdrawn: '本申请已经撤回。',
} as const;

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** 改造申请 (P四(三)2): what the compounds ask the county's bureau for, and the vote that they ask on. */
export function applicationPaper(facts: ApplicationPaperFacts): OfficialPaper {
  const { applicant, project, compounds, year, reasons, county, file, status } = facts;
  const names = compounds.map(({ name }) => name).join('、');
  const standing = STANDING[status];
  return {
    issuer: applicant,
    documentNo: null,
    title: `${project.name}改造申请`,
    addressee: `${county}住房和城乡建设局`,
    body: [
      `一、申请事项。现申请将${project.name}（项目编号${project.code}）列入${year}年度老旧小区改造实施计划。涉及小区${compounds.length}个：${names}。`,
      '二、业主意愿。各小区已就改造方案完成第二次征求意见，结果见下表。',
      ...(reasons ? ['三、申请理由', ...lines(reasons).map(ended)] : []),
      ...(standing ? [standing] : []),
    ],
    tables: [votesTable(facts)],
    attachments: file ? [file.replace(/\.[A-Za-z0-9]{1,8}$/, '')] : [],
    signed: applicant,
    date: inChinese(facts.appliedOn),
  };
}
