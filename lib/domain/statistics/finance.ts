import type { Rulebook } from '../rulebook/schema';
import { FUND_MEASURES, fundLines, fundRows, MEANS, TOTAL_LINE } from './fund-rows';
import { COUNTED, unfillable } from './rows';
import type { ShapeGroup, ShapeRow } from './shape';

const money = { unit: COUNTED.yuan, form: 'yuan' as const };

const NEVER: ShapeRow[] = [
  unfillable(
    'never.loans',
    {
      zh: '政策所列七类来源没有金融机构贷款，台账不单独记录贷款；以贷款投入的社会资金记在“社会资金”里。',
      en: 'Bank loans are none of the seven sources; what companies borrow is recorded as social capital.',
    },
    {
      name: { zh: '金融机构贷款', en: 'Bank loans' },
      definition: {
        zh: '从银行等金融机构取得的贷款。',
        en: 'Loans from banks and other financial institutions.',
      },
      clause: 'P四(二)',
      ...money,
    },
  ),
  unfillable(
    'never.budgetItem',
    {
      zh: '台账按资金来源和专款用途记录，不记预算功能分类科目。',
      en: 'The ledger records sources and purposes, no budget classification.',
    },
    {
      name: { zh: '按预算功能分类科目列支', en: 'Spent by functional budget classification' },
      definition: {
        zh: '按政府收支分类科目分列的支出。',
        en: "Spending by the government's classification of revenue and expenditure.",
      },
      clause: 'P四(二)2',
      ...money,
    },
  ),
  unfillable(
    'never.bondIssue',
    {
      zh: '系统记录分配到项目的债券资金，不记录发行额、期限和利率。',
      en: 'What bonds give to projects is recorded, not their issue, term and interest.',
    },
    {
      name: { zh: '专项债券发行额', en: 'Special bonds issued' },
      definition: {
        zh: '当年为本项目发行的专项债券面值。',
        en: 'Face value of the special bonds issued for the year.',
      },
      clause: 'P四(二)6',
      ...money,
    },
  ),
  unfillable(
    'never.recovered',
    {
      zh: '台账的冲销不区分差错更正与财政收回，不能当作收回存量资金填报。',
      en: 'A reversal does not say whether it mends an error or takes money back.',
    },
    {
      name: { zh: '财政收回存量资金', en: 'Idle money taken back' },
      definition: {
        zh: '结转结余超过期限被财政收回的资金。',
        en: 'Money carried over beyond its term and taken back by the treasury.',
      },
      clause: 'P四(二)2',
      ...money,
    },
  ),
];

/** What is in a county's pool has a source, but is nobody's plan: one row is what is asked for. */
const linesOf = (rulebook: Rulebook, measure: string) => (measure === 'pool' ? [TOTAL_LINE] : fundLines(rulebook));

/** 财政资金表: every source by 计划, 下达, 到位, 支付; exact yuan, the figures of 资金总览. */
export const financeGroups = (rulebook: Rulebook): ShapeGroup[] => [
  ...FUND_MEASURES.map((measure) => ({
    code: measure,
    name: { zh: `资金${MEANS[measure].name.zh}`, en: `Money ${MEANS[measure].name.en}` },
    rows: fundRows(measure, linesOf(rulebook, measure), { of: 'fund', form: 'yuan' }),
  })),
  { code: 'never', name: { zh: '财政部门另行要求', en: 'Asked for besides' }, rows: NEVER },
];
