import { grouped } from '../papers/grouped-money';
import type { OfficialPaper, PaperTable } from '../papers/types';
import type { FundingSource } from '../rulebook/schema-funding';
import type { CellView, PlanView } from './answers';
import { ANSWER_LABELS, METHOD_LABELS } from './labels';

export interface PlanPaperFacts {
  plan: PlanView;
  issuer: string;
  /** 2020年6月30日 */
  date: string;
  sources: readonly { code: FundingSource; name: string }[];
}

/** Without zeros that say nothing: 12.50 → 12.5, 12.00 → 12. */
export const plainQuantity = (quantity: string): string => quantity.replace(/\.?0+$/, '');

const quantityOf = ({ quantity, unit }: CellView): string =>
  quantity === null ? '—' : `${plainQuantity(quantity)}${unit ?? ''}`;

/** What is said beside an item: how, who pays, why not. */
function remarkOf(cell: CellView, sources: PlanPaperFacts['sources']): string {
  const payer = sources.find(({ code }) => code === cell.payer)?.name;
  return [
    cell.method && METHOD_LABELS[cell.method].zh,
    payer,
    cell.residentPercent > 0 ? `居民${cell.residentPercent}%` : '',
    cell.reason,
  ]
    .filter(Boolean)
    .join('；');
}

/** What is said about a building (or the compound, null), in the order of the menu. */
function tableOf({ plan, sources }: PlanPaperFacts, buildingId: string | null, caption: string): PaperTable {
  const cells = new Map(
    plan.cells.filter((one) => one.buildingId === buildingId).map((cell) => [cell.item, cell] as const),
  );
  const rows = plan.items.flatMap(({ code, name, necessity }) => {
    const cell = cells.get(code);
    if (!cell || cell.answer === 'none') return [];
    return [
      [
        name,
        necessity === 'required' ? '必改' : '提升',
        ANSWER_LABELS[cell.answer].zh,
        quantityOf(cell),
        cell.unitCost === null ? '—' : grouped(cell.unitCost),
        cell.answer === 'todo' ? grouped(cell.cost) : '—',
        remarkOf(cell, sources),
      ],
    ];
  });
  const sums = buildingId === null ? plan.compoundSums : plan.buildings.find(({ id }) => id === buildingId);
  const total = ['合计', '', `${sums?.todo ?? 0}项`, '', '', grouped(sums?.cost ?? '0.00'), ''];
  return {
    caption,
    head: ['改造内容', '类别', '结论', '工程量', '单价（元）', '费用（元）', '方式、出资与说明'],
    rows: [...rows, total],
  };
}

function sumsTable({ plan }: PlanPaperFacts): PaperTable {
  const { compoundSums, sums } = plan;
  const buildings = plan.buildings.filter(({ retired }) => !retired);
  return {
    caption: '费用汇总',
    head: ['范围', '改造项数', '费用（元）', '其中居民分担（元）'],
    rows: [
      ['小区', String(compoundSums.todo), grouped(compoundSums.cost), grouped(compoundSums.share)],
      ...buildings.map(({ name, todo, cost, share }) => [name, String(todo), grouped(cost), grouped(share)]),
      ['合计', String(sums.todo), grouped(sums.cost), grouped(sums.share)],
    ],
  };
}

/** The plan of a compound as an official paper: a table for the compound and one for each building, the sums, and who signs. */
export function planPaper(facts: PlanPaperFacts): OfficialPaper {
  const { plan, issuer, date } = facts;
  const { compound, sums, haves } = plan;
  const attested = haves.filter(({ attested: yes }) => yes).map(({ name }) => name);
  const buildings = plan.buildings.filter(({ retired }) => !retired);
  const homes = buildings.reduce((sum, { households }) => sum + households, 0);
  return {
    issuer,
    documentNo: null,
    title: `${compound.name}改造方案`,
    addressee: null,
    body: [
      `一、基本情况。${compound.name}（${compound.code}）位于${compound.place}，共${buildings.length}栋、${homes}户。本方案为第${plan.no}版${plan.status === 'final' ? '（已定稿）' : '（草稿，未定稿）'}，按“一区一策、一楼一策”编制。`,
      `二、改造内容与费用。共${sums.todo}项，费用合计${grouped(sums.cost)}元，其中提升类项目由居民分担${grouped(sums.share)}元。各楼栋和小区的改造内容见附表。`,
      attested.length > 0
        ? `三、改造目标。经现场确认，小区${attested.join('、')}。`
        : '三、改造目标。“六有”尚未逐项确认。',
      ...(plan.note ? [`四、其他说明。${plan.note}`] : []),
      ...(plan.hash ? [`核验信息：定稿哈希${plan.hash}。`] : []),
    ],
    tables: [
      sumsTable(facts),
      tableOf(facts, null, `一区一策：${compound.name}`),
      ...buildings.map(({ id, name }) => tableOf(facts, id, `一楼一策：${name}`)),
    ],
    attachments: [],
    signed: issuer,
    date,
  };
}
