import { groupBy } from '../kernel/group-by';
import { type Money, sumMoney } from '../kernel/money';
import { apportionmentOf, ledgerRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import { firstParts, type OpenPart } from './first-parts';
import { namePayers, type PayerLeft } from './payers';
import { pour } from './pour';
import {
  CHANGED,
  placeOf,
  RAISED,
  type SharedItem,
  type SharePart,
  type SharingChange,
  type SharingCompound,
  type SharingSettings,
} from './types';

export interface SharingGround {
  items: readonly SharedItem[];
  settings: SharingSettings;
  changes: readonly SharingChange[];
  compounds: readonly SharingCompound[];
  rulebook: Rulebook;
}

export interface SharedOut {
  item: SharedItem;
  /** together the item's cost, to the fen */
  parts: SharePart[];
  /** the county's own split that is in force here; one that no longer makes the cost is not */
  change: SharingChange | null;
}

/** Money that found no room: more than the part it is for. */
export interface Overflow {
  cover: Money;
  subsidy: Money;
  own: { compoundId: string; kind: string; left: Money }[];
  payers: PayerLeft[];
}

type Laid = OpenPart & { at: number; compoundId: string };

export const makesWhole = ({ cost }: Pick<SharedItem, 'cost'>, { parts }: Pick<SharingChange, 'parts'>): boolean =>
  sumMoney(parts.map(({ amount }) => amount)) === cost;

const settingOf = ({ settings }: SharingGround, compoundId: string) =>
  settings.compounds.find((one) => one.compoundId === compoundId);

/** Required items before improvements, each in the order of the menu: where the government's moneys go first. */
function inOrder({ items, rulebook }: SharingGround): number[] {
  const rank = new Map(
    rulebook.menu.map(({ code, necessity }, at) => [code, at + (necessity === 'required' ? 0 : rulebook.menu.length)]),
  );
  const of = (at: number) => rank.get(items[at]?.item ?? '') ?? 0;
  return items.map((_, at) => at).sort((a, b) => of(a) - of(b) || a - b);
}

function laidOut(ground: SharingGround, changes: Map<string, SharingChange>): Laid[] {
  const { items, settings, rulebook, compounds } = ground;
  const { formerUnit } = apportionmentOf(rulebook);
  const civil = new Map(settings.civil.map((one) => [placeOf(one), one.amount]));
  return inOrder(ground).flatMap((at) => {
    const item = items[at];
    if (!item) return [];
    const { compoundId } = item;
    const change = changes.get(placeOf(item));
    if (change) {
      const given = change.parts.filter(({ amount }) => amount > 0n);
      return given.map((part) => ({ ...part, ...CHANGED, open: false, at, compoundId }));
    }
    const setting = settingOf(ground, compoundId);
    const unit = setting?.unit ?? compounds.find(({ id }) => id === compoundId)?.originalUnit ?? null;
    const { source, kind, clause, sharing: rule } = formerUnit;
    return firstParts(item, civil.get(placeOf(item)) ?? 0n, rulebook).map((part) => ({
      ...(part.open && setting?.formerUnit ? { ...part, source, kind, clause, rule, payer: unit, open: false } : part),
      ...{ at, compoundId },
    }));
  });
}

/** Money of the project laid over the rules' parts: the owners' own, the subsidy, what covers the government's part. */
function lay(laid: Laid[], { settings, rulebook }: SharingGround) {
  const { subsidy } = apportionmentOf(rulebook);
  const overflow: Overflow = { cover: 0n, subsidy: 0n, own: [], payers: [] };
  let parts = laid;
  for (const { compoundId, ownMoney } of settings.compounds)
    for (const { kind, amount } of ownMoney) {
      const raised = (part: Laid) =>
        part.compoundId === compoundId && part.kind === RAISED && part.rule !== CHANGED.rule;
      const poured = pour(parts, amount, raised, (part) => ({ ...part, kind }));
      parts = poured.parts;
      if (poured.left > 0n) overflow.own.push({ compoundId, kind, left: poured.left });
    }
  const { source, kind, clause, sharing: rule } = subsidy;
  const companies = (part: Laid) => part.source === 'pipeline' && part.rule !== CHANGED.rule;
  const given = pour(parts, settings.subsidy, companies, (part) => ({ ...part, source, kind, clause, rule }));
  overflow.subsidy = given.left;
  parts = given.parts;
  const government = sumMoney(parts.filter(({ open }) => open).map(({ amount }) => amount));
  for (const { amount, ...money } of settings.cover) {
    const poured = pour(
      parts,
      amount,
      ({ open }) => open,
      (part) => ({ ...part, ...money, open: false }),
    );
    parts = poured.parts;
    overflow.cover += poured.left;
  }
  return { laid: parts, overflow, government };
}

export interface Shared {
  items: SharedOut[];
  overflow: Overflow;
  /** what the government pays, before its moneys are told apart */
  government: Money;
}

/** Who pays how much of each planned item, and why (domain.md §6). */
export function shareOut(ground: SharingGround): Shared {
  const { items, changes, settings, rulebook } = ground;
  const costs = new Map(items.map((item) => [placeOf(item), item]));
  const inForce = new Map(
    changes.flatMap((change) => {
      const item = costs.get(placeOf(change));
      return item && makesWhole(item, change) ? [[placeOf(change), change] as const] : [];
    }),
  );
  const { laid, overflow, government } = lay(laidOut(ground, inForce), ground);
  const { fiscal } = ledgerRulesOf(rulebook);
  const isOpen = ({ source, payer }: SharePart) => payer === null && !fiscal.includes(source) && source !== 'residents';
  const ofItems = laid.map((part) => ({ ...part, item: items[part.at]?.item ?? '' }));
  const named = namePayers(ofItems, settings.payers, isOpen);
  const byItem = groupBy(named.parts, ({ at }) => at);
  const shared = items.map((item, at) => ({
    item,
    parts: (byItem.get(at) ?? []).map(({ at: _, open: __, compoundId: ___, item: ____, ...part }) => part),
    change: inForce.get(placeOf(item)) ?? null,
  }));
  return { items: shared, overflow: { ...overflow, payers: named.left }, government };
}
