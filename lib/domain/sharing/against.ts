import { formatMoney, sumMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import { shareOf } from '../plans/cost';
import { amountReasons } from '../projects/contracts';
import { fundingReasons } from '../projects/funding';
import { apportionmentOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import { asksCivil } from './first-parts';
import { type Overflow, type SharingGround, shareOut } from './share-out';
import { type GivenPart, type NamedPayer, placeOf, RAISED, type SharedItem, type SharingSettings } from './types';

/** A list's entries, each with the field in front of what is wrong with it. */
const inField = (reasons: readonly Reason[], field: string): Reason[] =>
  reasons.map((one) => ({ ...one, field: one.field ? `${field}.${one.field}` : field }));

const twice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;

/** The government's part may be covered by moneys of the rule book; the county's own is what is left, and the subsidy has its own field. */
function coverReasons(cover: readonly GivenPart[], rulebook: Rulebook): Reason[] {
  const { coveredBy, government, subsidy } = apportionmentOf(rulebook);
  const isAny = (one: GivenPart, money: { source: string; kind: string | null }) =>
    one.source === money.source && one.kind === money.kind;
  const each = cover.flatMap((one, at) => [
    ...inField(fundingReasons(rulebook.funding.sources, one), `cover.${at}`),
    ...(!coveredBy.includes(one.source) || isAny(one, government) || isAny(one, subsidy)
      ? [reason('sharing.notCover', undefined, { field: `cover.${at}.source` })]
      : []),
  ]);
  const keys = cover.map(({ source, kind, payer }) => JSON.stringify([source, kind, payer]));
  return [...each, ...(twice(keys) ? [reason('sharing.coverTwice', undefined, { field: 'cover' })] : [])];
}

function civilReasons({ civil }: SharingSettings, { items, rulebook }: SharingGround): Reason[] {
  const known = new Map(items.map((item) => [placeOf(item), item]));
  const each = civil.flatMap((one, at) => {
    const field = `civil.${at}.amount`;
    const item = known.get(placeOf(one));
    if (!item || !asksCivil(item, rulebook)) return [reason('sharing.civilElsewhere', undefined, { field })];
    const params = { found: formatMoney(one.amount), cost: formatMoney(item.cost) };
    return one.amount > item.cost
      ? [reason('sharing.civilOverCost', params, { field, clause: 'P四(二)3/上改下' })]
      : [];
  });
  return [...each, ...(twice(civil.map(placeOf)) ? [reason('sharing.placeTwice', undefined, { field: 'civil' })] : [])];
}

function compoundReasons({ compounds }: SharingSettings, ground: SharingGround): Reason[] {
  const known = new Set(ground.compounds.map(({ id }) => id));
  const kinds = ground.rulebook.funding.sources.find(({ code }) => code === 'residents')?.kinds ?? [];
  const own = (kind: string) => kind !== RAISED && kinds.some(({ code }) => code === kind);
  const each = compounds.flatMap(({ compoundId, ownMoney }, at) => [
    ...(known.has(compoundId)
      ? []
      : [reason('sharing.compoundUnknown', undefined, { field: `compounds.${at}.compoundId` })]),
    ...ownMoney.flatMap(({ kind, amount }, place) => {
      const field = `compounds.${at}.ownMoney.${place}`;
      return [
        ...(own(kind) ? [] : [reason('sharing.ownKind', { found: kind }, { field: `${field}.kind` })]),
        ...inField(amountReasons(amount), field),
      ];
    }),
  ]);
  const repeated = twice(compounds.map(({ compoundId }) => compoundId));
  return [...each, ...(repeated ? [reason('sharing.compoundTwice', undefined, { field: 'compounds' })] : [])];
}

/** A name once at its place, and one there without a sum at most: it pays what is left. */
function payerReasons({ payers }: SharingSettings): Reason[] {
  const at = ({ rule, source, item }: NamedPayer) => `${rule}/${source}/${item ?? ''}`;
  const rest = payers.filter(({ amount }) => amount === undefined || amount === null);
  const isTwice = twice(payers.map((one) => `${at(one)}/${one.name}`)) || twice(rest.map(at));
  return [
    ...payers.flatMap(({ amount }, place) =>
      amount === undefined || amount === null ? [] : inField(amountReasons(amount), `payers.${place}`),
    ),
    ...(isTwice ? [reason('sharing.payerTwice', undefined, { field: 'payers' })] : []),
  ];
}

/** Money that is more than the part it is for. */
function overflowReasons({ cover, subsidy, own, payers }: Overflow): Reason[] {
  return [
    ...(cover > 0n ? [reason('sharing.coverTooMuch', { over: formatMoney(cover) }, { field: 'cover' })] : []),
    ...(subsidy > 0n
      ? [
          reason(
            'sharing.subsidyTooMuch',
            { over: formatMoney(subsidy) },
            { field: 'subsidy', clause: 'P四(二)3/补助' },
          ),
        ]
      : []),
    ...own.map(({ left }) => reason('sharing.ownTooMuch', { over: formatMoney(left) }, { field: 'compounds' })),
    ...payers.map(({ name, left }) =>
      reason('sharing.payerTooMuch', { name, over: formatMoney(left) }, { field: 'payers' }),
    ),
  ];
}

/** Everything that is wrong with what a project says about its sharing. */
export function againstSettings(ground: SharingGround): Reason[] {
  const { settings, rulebook } = ground;
  const said = [
    ...coverReasons(settings.cover, rulebook),
    ...civilReasons(settings, ground),
    ...compoundReasons(settings, ground),
    ...payerReasons(settings),
  ];
  return said.length > 0 ? said : overflowReasons(shareOut(ground).overflow);
}

/** The county's own split of an item: of moneys that there are, together the cost; the residents' part is the plan's. */
export function againstChange(item: SharedItem | undefined, parts: readonly GivenPart[], rulebook: Rulebook): Reason[] {
  if (!item) return [reason('sharing.placeUnknown', undefined, { field: 'item' })];
  const each = parts.flatMap((part, at) => inField(fundingReasons(rulebook.funding.sources, part), `parts.${at}`));
  const sum = sumMoney(parts.map(({ amount }) => amount));
  const residents = sumMoney(parts.filter(({ source }) => source === 'residents').map(({ amount }) => amount));
  const share = shareOf(item.cost, item.residentPercent);
  return [
    ...each,
    ...(sum === item.cost
      ? []
      : [
          reason(
            'sharing.notWhole',
            { found: formatMoney(sum), cost: formatMoney(item.cost) },
            { field: 'parts', clause: '决定/改变分摊' },
          ),
        ]),
    ...(residents === share
      ? []
      : [
          reason(
            'sharing.residentsByPlan',
            { found: formatMoney(residents), share: formatMoney(share) },
            { field: 'parts', clause: 'P四(二)4/比例' },
          ),
        ]),
  ];
}
