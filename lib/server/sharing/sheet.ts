import 'server-only';
import { formatMoney, type Money, sumMoney } from '@/lib/domain/kernel/money';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import { againstAgreeing, differsFromCost, staleChanges } from '@/lib/domain/sharing/agree';
import type {
  AgreedView,
  MoneyView,
  SharedItemView,
  SharingCompoundView,
  SharingSheet,
} from '@/lib/domain/sharing/answers';
import { asksCivil } from '@/lib/domain/sharing/first-parts';
import { type SharedOut, shareOut } from '@/lib/domain/sharing/share-out';
import { inSourceOrder, openPayers, type PayerSum, raisedOf, sumsByPayer } from '@/lib/domain/sharing/sums';
import { placeOf, type SharingSettings } from '@/lib/domain/sharing/types';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { type SharingFacts, sharingFacts } from './ground';

export const moneyView = ({ source, kind, payer, amount }: PayerSum): MoneyView => ({
  ...{ source, kind, payer },
  amount: formatMoney(amount),
});

const settingsView = ({ cover, subsidy, civil, payers, compounds }: SharingSettings): SharingSheet['settings'] => ({
  cover: cover.map(moneyView),
  subsidy: formatMoney(subsidy),
  civil: civil.map((one) => ({ ...one, amount: formatMoney(one.amount) })),
  payers: payers.map((one) => ({ ...one, amount: one.amount ? formatMoney(one.amount) : null })),
  compounds: compounds.map((one) => ({
    ...one,
    ownMoney: one.ownMoney.map(({ kind, amount }) => ({ kind, amount: formatMoney(amount) })),
  })),
});

function itemViews(facts: SharingFacts, shared: readonly SharedOut[]): SharedItemView[] {
  const names = new Map(facts.compounds.map(({ id, name }) => [id, name]));
  const stale = new Set(staleChanges(facts).map(({ id }) => id));
  const changes = new Map(facts.changes.map((change) => [placeOf(change), change]));
  const civil = new Map(facts.settings.civil.map((one) => [placeOf(one), formatMoney(one.amount)]));
  return shared.map(({ item, parts }) => {
    const { compoundId, buildingId, cost, method, residentPercent } = item;
    const change = changes.get(placeOf(item));
    return {
      compound: { id: compoundId, name: names.get(compoundId) ?? '' },
      building: buildingId ? { id: buildingId, name: facts.buildings.get(buildingId) ?? '' } : null,
      ...{ item: item.item, method, residentPercent, cost: formatMoney(cost) },
      parts: parts.map((part) => ({ ...part, amount: formatMoney(part.amount) })),
      ...(asksCivil(item, facts.rulebook) ? { civil: civil.get(placeOf(item)) ?? null } : {}),
      change: change
        ? {
            id: change.id,
            reason: change.reason,
            at: facts.changedAt.get(change.id) ?? '',
            stale: stale.has(change.id),
          }
        : null,
    };
  });
}

const compoundViews = (facts: SharingFacts, shared: readonly SharedOut[]): SharingCompoundView[] =>
  facts.standing.map(({ id, name, households, withoutArea }) => {
    const setting = facts.settings.compounds.find(({ compoundId }) => compoundId === id);
    return {
      ...{ id, name, households, withoutArea },
      originalUnit: facts.compounds.find((one) => one.id === id)?.originalUnit ?? null,
      rule: setting?.rule ?? 'area',
      formerUnit: setting?.formerUnit ?? false,
      unit: setting?.unit ?? null,
      ownMoney: (setting?.ownMoney ?? []).map(({ kind, amount }) => ({ kind, amount: formatMoney(amount) })),
      raised: formatMoney(raisedOf(shared, id)),
    };
  });

/** Lines of what was agreed last, one for each payer. */
export async function agreedSums(reader: Reader, { project }: SharingFacts): Promise<PayerSum[]> {
  const rows = await reader.$queryRaw<(Omit<PayerSum, 'amount'> & { amount: string })[]>`
    SELECT a.source, nullif(a.kind, '') AS kind, a.payer, sum(a.amount)::text AS amount FROM agreed_share a
    WHERE a.project_id = ${project.id}::uuid AND a.status = 'current' GROUP BY 1, 2, 3 ORDER BY 3, 4`;
  const sums = rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
  return inSourceOrder(project.rulebook.funding.sources, sums);
}

const asKeys = (sums: readonly PayerSum[]): string =>
  JSON.stringify(sums.map((one) => Object.values(moneyView(one)).join('\u0000')).sort());

async function agreedView(
  reader: Reader,
  facts: SharingFacts,
  sums: readonly PayerSum[],
  cost: Money,
): Promise<AgreedView | null> {
  if (!facts.agreed) return null;
  const agreed = await agreedSums(reader, facts);
  const sum = sumMoney(agreed.map(({ amount }) => amount));
  return {
    ...facts.agreed,
    sum: formatMoney(sum),
    sums: agreed.map(moneyView),
    differs: asKeys(agreed) !== asKeys(sums),
    difference: differsFromCost(sum, cost),
  };
}

/** The sheet: who pays how much of what and why, what is said about it, what is missing, and what was agreed last. */
export async function sharingSheet(reader: Reader, actor: Actor, projectId: string): Promise<SharingSheet | null> {
  const facts = await sharingFacts(reader, actor, projectId);
  if (!facts) return null;
  const { rulebook, settings, version } = facts;
  const { items: shared, government } = shareOut(facts);
  const sums = inSourceOrder(rulebook.funding.sources, sumsByPayer(shared.flatMap(({ parts }) => parts)));
  const cost = sumMoney(facts.items.map((item) => item.cost));
  return {
    version,
    cost: formatMoney(cost),
    items: itemViews(facts, shared),
    sums: sums.map(moneyView),
    compounds: compoundViews(facts, shared),
    settings: settingsView(settings),
    payers: openPayers(shared, ledgerRulesOf(rulebook).fiscal).map((one) => ({
      ...one,
      ...{ amount: formatMoney(one.amount), unnamed: formatMoney(one.unnamed) },
      items: one.items.map(({ item, amount }) => ({ item, amount: formatMoney(amount) })),
    })),
    government: formatMoney(government),
    missing: againstAgreeing(facts),
    agreed: await agreedView(reader, facts, sums, cost),
  };
}
