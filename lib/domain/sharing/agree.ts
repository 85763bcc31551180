import { formatMoney, type Money } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import { amountReasons } from '../projects/contracts';
import { apportionmentOf, ledgerRulesOf } from '../rulebook/rulebook';
import { againstSettings } from './against';
import { asksCivil } from './first-parts';
import { makesWhole, type SharedOut, type SharingGround, shareOut } from './share-out';
import { openPayers, raisedOf, sumsByPayer } from './sums';
import { placeOf } from './types';

/** A compound of the project as its plan and its register have it. */
export interface AgreeCompound {
  id: string;
  name: string;
  planFinal: boolean;
  planId: string | null;
  households: number;
  /** of them without an exclusive area */
  withoutArea: number;
}

export type AgreeGround = SharingGround & { standing: readonly AgreeCompound[] };

/** Items moved underground of which nobody said how much is civil works. */
export function civilMissing({ items, settings, changes, rulebook }: SharingGround) {
  const said = new Set(settings.civil.map(placeOf));
  return items.filter(
    (item) =>
      asksCivil(item, rulebook) &&
      !said.has(placeOf(item)) &&
      !changes.some((change) => placeOf(change) === placeOf(item) && makesWhole(item, change)),
  );
}

/** Splits of the county that no longer fit: the item's cost is another now, or it is not done any more. */
export function staleChanges({ items, changes }: SharingGround) {
  const costs = new Map(items.map((item) => [placeOf(item), item]));
  return changes.filter((change) => {
    const item = costs.get(placeOf(change));
    return !item || !makesWhole(item, change);
  });
}

function raisedReasons({ standing, settings }: AgreeGround, items: readonly SharedOut[]): Reason[] {
  return standing.flatMap(({ id, name, households, withoutArea }) => {
    if (raisedOf(items, id) === 0n) return [];
    const rule = settings.compounds.find(({ compoundId }) => compoundId === id)?.rule ?? 'area';
    if (households === 0) return [reason('sharing.noHouseholds', { name })];
    return rule === 'area' && withoutArea > 0
      ? [reason('sharing.areaMissing', { name, count: withoutArea }, { clause: '民法典283' })]
      : [];
  });
}

/** Why a sheet cannot be agreed yet: everything that is missing. */
export function againstAgreeing(ground: AgreeGround): Reason[] {
  const { standing, rulebook } = ground;
  const { items } = shareOut(ground);
  const parts = items.flatMap((one) => one.parts);
  const nameless = openPayers(items, ledgerRulesOf(rulebook).fiscal).filter(({ unnamed }) => unnamed > 0n);
  const units = parts.filter(({ source, payer }) => source === 'originalUnit' && payer === null);
  const [civil, stale] = [civilMissing(ground), staleChanges(ground)];
  return [
    ...(standing.length === 0 ? [reason('stage.noCompound')] : []),
    ...standing.filter(({ planFinal }) => !planFinal).map(({ name }) => reason('stage.planNotFinal', { name })),
    ...(parts.length === 0 ? [reason('sharing.nothing')] : []),
    ...(civil.length > 0
      ? [reason('sharing.civilMissing', { count: civil.length }, { clause: 'P四(二)3/上改下' })]
      : []),
    ...(stale.length > 0 ? [reason('sharing.changeStale', { count: stale.length })] : []),
    ...nameless.map(({ rule, source, unnamed }) => {
      const from = rulebook.funding.sources.find(({ code }) => code === source);
      const row = apportionmentOf(rulebook).rows.find(({ code }) => code === rule);
      const named = { source: from?.name ?? source, sourceEn: from?.nameEn ?? source };
      return reason('sharing.payerMissing', {
        ...named,
        rule: row?.name ?? rule,
        ruleEn: row?.nameEn ?? rule,
        sum: formatMoney(unnamed),
      });
    }),
    ...(units.length > 0 ? [reason('sharing.unitMissing', undefined, { clause: 'P四(二)5' })] : []),
    ...raisedReasons(ground, items),
    ...againstSettings(ground),
    ...sumsByPayer(parts).flatMap(({ amount }) => amountReasons(amount)),
  ];
}

/** The agreed sheet beside what the plans cost now: null where they are alike. */
export function differsFromCost(agreed: Money, cost: Money): Reason | null {
  return agreed === cost ? null : reason('sharing.differs', { agreed: formatMoney(agreed), cost: formatMoney(cost) });
}
