import { lesserOf, type Money } from '../kernel/money';
import { shareOf } from '../plans/cost';
import { apportionmentOf, ledgerRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { ApportionmentRow } from '../rulebook/schema-funding';
import { rowOf } from './row-of';
import type { MoneyOf, SharedItem, SharePart } from './types';

/** `open`: the government's, to be covered by its moneys or taken over by an original unit. */
export type OpenPart = SharePart & { open: boolean };

/** A payer whom the plan names takes the part, unless it is the residents (their part is what the percent says) or the government itself. */
function planned({ payer }: SharedItem, rulebook: Rulebook): MoneyOf | null {
  if (payer === null || payer === 'residents' || ledgerRulesOf(rulebook).fiscal.includes(payer)) return null;
  const source = rulebook.funding.sources.find(({ code }) => code === payer);
  if (!source) return null;
  const named = apportionmentOf(rulebook).plannedKinds.find((one) => one.source === payer)?.kind;
  return { source: payer, kind: source.kinds.length === 0 ? null : (named ?? source.kinds[0]?.code ?? null) };
}

function amounts(row: ApportionmentRow, { cost, residentPercent }: SharedItem, civil: Money): Money[] {
  const first = row.parts[0]?.of;
  const taken = first === 'civilWorks' ? civil : first === 'residentShare' ? shareOf(cost, residentPercent) : cost;
  const most = lesserOf(taken, cost);
  return [most, cost - most];
}

/** An item by its row of the rule book alone, before money of the project is laid over it. */
export function firstParts(item: SharedItem, civil: Money, rulebook: Rulebook): OpenPart[] {
  const rules = apportionmentOf(rulebook);
  const menuItem = rulebook.menu.find(({ code }) => code === item.item);
  if (!menuItem) throw new Error(`the rule book has no item ${item.item}`);
  const row = rowOf(rules, menuItem, item.method);
  const sums = amounts(row, item, civil);
  return row.parts.flatMap(({ asPlanned, clause, source, kind }, at) => {
    const named = asPlanned ? planned(item, rulebook) : null;
    const { government } = rules;
    const open = named === null && source === government.source && kind === government.kind;
    const amount = sums[at] ?? 0n;
    return amount > 0n ? [{ ...(named ?? { source, kind }), payer: null, amount, rule: row.code, clause, open }] : [];
  });
}

/** Moved underground: the county says how much of it is civil works. */
export function asksCivil(item: Pick<SharedItem, 'item' | 'method'>, rulebook: Rulebook): boolean {
  const menuItem = rulebook.menu.find(({ code }) => code === item.item);
  return (
    menuItem !== undefined && rowOf(apportionmentOf(rulebook), menuItem, item.method).parts[0]?.of === 'civilWorks'
  );
}
