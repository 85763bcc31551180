import type { Label } from '../kernel/label';
import type { Rulebook } from '../rulebook/schema';
import { COUNTED, filled } from './rows';
import type { ShapeRow } from './shape';

export const FUND_MEASURES = ['planned', 'allocated', 'pool', 'received', 'paid', 'gap', 'left'] as const;
export type FundMeasure = (typeof FUND_MEASURES)[number];

/** The sources whose kinds are told apart: whose money it is (省、州、县市), and what it was raised for (一般、专项). */
const BY_KIND: readonly string[] = ['local', 'bonds'];

export const MEANS: Record<FundMeasure, { name: Label; definition: Label }> = {
  planned: {
    name: { zh: '计划', en: 'planned' },
    definition: {
      zh: '资金筹措计划所列，不含已撤销的项目。',
      en: 'What the funding plans name; withdrawn projects plan nothing.',
    },
  },
  allocated: {
    name: { zh: '下达', en: 'allocated' },
    definition: {
      zh: '台账中下达到项目和下达到县市待分配的，冲销的已扣除。',
      en: "Allocated to projects and to the county's pool, reversals taken off.",
    },
  },
  pool: {
    name: { zh: '待分配', en: 'in the pool' },
    definition: {
      zh: '下达到县市、尚未分配到项目的。',
      en: 'Allocated to the county and not yet assigned to a project.',
    },
  },
  received: {
    name: { zh: '到位', en: 'received' },
    definition: { zh: '台账中到位的，冲销的已扣除。', en: 'Received according to the ledger, reversals taken off.' },
  },
  paid: {
    name: { zh: '支付', en: 'paid' },
    definition: {
      zh: '台账中经两人办理的支付，冲销的已扣除。',
      en: 'Paid according to the ledger, reversals taken off.',
    },
  },
  gap: {
    name: { zh: '缺口', en: 'gap' },
    definition: {
      zh: '缺口＝计划－下达；负数为超计划下达。',
      en: 'Planned less allocated; below zero where more was allocated than planned.',
    },
  },
  left: {
    name: { zh: '结余', en: 'left' },
    definition: { zh: '结余＝到位－支付。', en: 'Received less paid.' },
  },
};

const NO_PLAN: Label = { zh: '个项目没有资金筹措计划', en: 'projects without a funding plan' };
/** What is reckoned from plans is incomplete where a project has none. */
const rests = (measure: FundMeasure) => measure === 'planned' || measure === 'gap';

export interface FundLine {
  /** of the fact, behind the measure: total, fiscal, a source, a source and its kind */
  key: string;
  name: Label;
  clause: string;
}

export const TOTAL_LINE: FundLine = { key: 'total', name: { zh: '合计', en: 'Total' }, clause: 'P四(二)' };
export const FISCAL_LINE: FundLine = {
  key: 'fiscal',
  name: { zh: '其中：财政资金', en: 'Of which fiscal' },
  clause: 'P四(二)2',
};

/** 合计, 财政资金, then each source of the rule book, those of several purses kind by kind. */
export function fundLines({ funding }: Rulebook): FundLine[] {
  const sources = funding.sources.flatMap(({ code, name, nameEn, kinds, clause }): FundLine[] => [
    { key: code, name: { zh: name, en: nameEn }, clause },
    ...(BY_KIND.includes(code) ? kinds : []).map((kind) => ({
      key: `${code}/${kind.code}`,
      name: { zh: `其中：${kind.name}`, en: `Of which ${kind.nameEn}` },
      clause,
    })),
  ]);
  return [TOTAL_LINE, FISCAL_LINE, ...sources];
}

interface Look {
  /** facts of the year, or those of one month */
  of: 'fund' | 'fundMonth';
  form: 'yuan' | 'wan';
}

export const fundRows = (measure: FundMeasure, lines: readonly FundLine[], { of, form }: Look): ShapeRow[] =>
  lines.map(({ key, name, clause }) =>
    filled(`${of}.${measure}.${key.replace('/', '.')}`, `${of}.${measure}.${key}`, {
      ...{ name, unit: COUNTED[form], form, clause, definition: MEANS[measure].definition },
      ...(rests(measure) ? { lacks: NO_PLAN } : {}),
    }),
  );
