import { groupBy } from '../kernel/group-by';
import { type Money, sumMoney } from '../kernel/money';
import { ledgerRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import { type Figures, figuresOf } from './books';

/** What the kept tables add up: plans, and movements by what they are (a reversal counts against what it takes back, in the month it is made). */
export const MEASURES = ['planned', 'allocated', 'pooled', 'assigned', 'received', 'paid'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Sum {
  measure: Measure;
  /** fen */
  amount: Money;
}

/**
 * 计划 planned: what the funding plans in force name; a withdrawn project plans nothing.
 * 下达 allocated: to projects directly, and to the county's pool. What the pool gives to a project (assigned) was allocated already.
 * 待分配 pool: allocated to the county and not yet to a project = 入池 − 分配.
 * 到位 received, 支付 paid: what came in, what went out.
 * 缺口 gap = 计划 − 下达; below zero where more was allocated than planned.
 * 下达未到位 outstanding = 下达 − 待分配 − 到位. 结余 left = 到位 − 支付.
 */
export interface FundFigures extends Figures {
  planned: Money;
  pool: Money;
  gap: Money;
}

/** What was measured of one source, county or month; fen. */
type Measured = Record<Measure, Money>;
const nothingMeasured = (): Measured => ({
  planned: 0n,
  allocated: 0n,
  pooled: 0n,
  assigned: 0n,
  received: 0n,
  paid: 0n,
});

/** The one way from sums to figures: of a source, a county, the prefecture, all alike. What the accounts say of a project is the same (books.ts). */
function figuresOfMeasured({ planned, pooled, assigned, received, paid, ...all }: Measured): FundFigures {
  const pool = pooled - assigned;
  const given = all.allocated + assigned;
  const { outstanding, left } = figuresOf([
    { class: 'receivable', balance: given - received },
    { class: 'cash', balance: received - paid },
    { class: 'spent', balance: paid },
  ]);
  const allocated = given + pool;
  return { planned, allocated, pool, received, paid, gap: planned - allocated, outstanding, left };
}

export function figuresOfSums(sums: Iterable<Sum>): FundFigures {
  const measured = nothingMeasured();
  for (const { measure, amount } of sums) measured[measure] += amount;
  return figuresOfMeasured(measured);
}

/** Of a project, from its accounts and its funding plan. */
export function figuresOfProject(accounts: Parameters<typeof figuresOf>[0], planned: Money): FundFigures {
  const figures = figuresOf(accounts);
  return { ...figures, planned, pool: 0n, gap: planned - figures.allocated };
}

export const NOTHING: FundFigures = figuresOfSums([]);
const FIGURES = Object.keys(NOTHING) as (keyof FundFigures)[];

export function addFundFigures(all: Iterable<FundFigures>): FundFigures {
  const total = { ...NOTHING };
  for (const one of all) for (const key of FIGURES) total[key] += one[key];
  return total;
}

export interface SourceSum extends Sum {
  source: string;
  kind: string;
}
export interface CountySum extends Sum {
  countyId: string;
}
export interface MonthSum extends Sum {
  /** '2020-05' */
  month: string;
}

export interface SourceFigures extends FundFigures {
  source: string;
  kinds: (FundFigures & { kind: string })[];
}

/** In the order of the rule book; what another version named stands behind. */
const inOrder = (found: Iterable<string>, known: readonly string[]): string[] => {
  const all = new Set(found);
  return [...known.filter((one) => all.has(one)), ...[...all].filter((one) => !known.includes(one)).sort()];
};

/** Sources that were planned or moved, and the kinds of each. */
export function bySource(sums: readonly SourceSum[], rulebook: Rulebook): SourceFigures[] {
  const groups = groupBy(sums, ({ source }) => source);
  const { sources } = rulebook.funding;
  const order = sources.map(({ code }) => code);
  return inOrder(groups.keys(), order).map((source) => {
    const own = groups.get(source) ?? [];
    const ofKind = groupBy(own, ({ kind }) => kind);
    const known = sources.find(({ code }) => code === source)?.kinds.map(({ code }) => code) ?? [];
    const kinds = inOrder(ofKind.keys(), ['', ...known]).map((kind) => ({
      kind,
      ...figuresOfSums(ofKind.get(kind) ?? []),
    }));
    return { source, ...addFundFigures(kinds), kinds };
  });
}

/** 财政资金: the sources that are the government's own money (P四(二)2); a subsidy of the county for pipelines is 地方财政 and so among them. */
export function fiscalOf(sources: readonly SourceFigures[], rulebook: Rulebook): FundFigures {
  const { fiscal } = ledgerRulesOf(rulebook);
  const names: readonly string[] = fiscal;
  return addFundFigures(sources.filter(({ source }) => names.includes(source)));
}

export interface MonthFigures {
  month: string;
  /** what moved in the month; below zero where more was taken back */
  allocated: Money;
  received: Money;
  paid: Money;
  /** from the first month to the end of this one */
  soFar: { allocated: Money; received: Money; paid: Money };
}

const following = (month: string): string => {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
};

/** Every month from the first movement to the last, quiet ones too. */
export function byMonth(sums: readonly MonthSum[]): MonthFigures[] {
  const months = groupBy(sums, ({ month }) => month);
  const [first, last] = [[...months.keys()].sort()[0], [...months.keys()].sort().at(-1)];
  const found: MonthFigures[] = [];
  let soFar = { allocated: 0n, received: 0n, paid: 0n };
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = following(month)) {
    const { allocated, received, paid } = figuresOfSums(months.get(month) ?? []);
    soFar = {
      allocated: soFar.allocated + allocated,
      received: soFar.received + received,
      paid: soFar.paid + paid,
    };
    found.push({ month, allocated, received, paid, soFar });
  }
  return found;
}

export interface Flow {
  source: string;
  /** code of the menu, '' fees */
  item: string;
  paid: Money;
}

/** What was paid from a source for an item, the largest first; kinds of a source together, nothing where all was taken back. */
export function flowsOf(rows: readonly Flow[], order: readonly string[]): Flow[] {
  const groups = [...groupBy(rows, ({ source, item }) => `${source}/${item}`).values()];
  return groups
    .flatMap((group) => {
      const [first] = group;
      const paid = sumMoney(group.map((one) => one.paid));
      return first && paid > 0n ? [{ source: first.source, item: first.item, paid }] : [];
    })
    .sort(
      (a, b) =>
        order.indexOf(a.source) - order.indexOf(b.source) ||
        (a.paid < b.paid ? 1 : a.paid > b.paid ? -1 : a.item < b.item ? -1 : 1),
    );
}

/** Stands for all items that are not shown by themselves. */
export const OTHER_ITEMS = '*';

/** For a picture: the items with the largest sums by themselves, the rest together; nothing is lost. */
export function largestItems(flows: readonly Flow[], most: number): Flow[] {
  const totals = [...groupBy(flows, ({ item }) => item)].map(([item, of]) => ({
    item,
    sum: sumMoney(of.map(({ paid }) => paid)),
  }));
  const shown = new Set(
    totals
      .sort((a, b) => (a.sum < b.sum ? 1 : a.sum > b.sum ? -1 : a.item < b.item ? -1 : 1))
      .slice(0, most)
      .map(({ item }) => item),
  );
  const named = flows.map((flow) => (shown.has(flow.item) ? flow : { ...flow, item: OTHER_ITEMS }));
  const groups = groupBy(named, ({ source, item }) => `${source}/${item}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ source: first.source, item: first.item, paid: sumMoney(group.map(({ paid }) => paid)) }] : [];
  });
}
