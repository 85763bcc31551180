import { earmarkReasons } from '@/lib/domain/funds/earmarks';
import { FEES, type ItemPart, type Pot } from '@/lib/domain/funds/types';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import { part } from '../projects/money';
import { hasTaken, type Told } from '../projects/told';
import { type Move, moveOf } from './moves';

export interface Signed {
  id: string;
  kind: 'design' | 'construction' | 'supervision' | 'audit';
  company: string;
  amount: bigint;
}

/** [day, of a thousand of the contract, what for] */
type Due = readonly [day: number, share: number, note: string];

/** 进度款: as the works went, and the last 3 % stay as 质量保证金. */
function dues(told: Told, kind: Signed['kind']): Due[] {
  const { days, story } = told;
  const { started } = days;
  if (kind === 'design') return [[days['6.complete'] + 14, 1000, '初步设计和施工图设计费']];
  if (kind === 'audit') return [[days['7.complete'] + 20, 1000, '预算审核费']];
  const half = story.built === undefined || story.built > 400;
  const late = story.built === undefined || story.built > 900;
  const works: Due[] = [
    [started + 24, 300, '预付款'],
    ...(half ? [[started + 62, 200, '第一期进度款'] as Due] : []),
    ...(late ? [[started + 98, 200, '第二期进度款'] as Due] : []),
    ...(hasTaken(told, '8.confirm') ? [[days['8.confirm'] + 10, 150, '完工进度款'] as Due] : []),
    ...(hasTaken(told, '9.complete') ? [[days['9.complete'] + 12, 120, '结算款'] as Due] : []),
  ];
  return kind === 'construction'
    ? works
    : works.filter((_, at) => at % 2 === 0).map(([day, share]) => [day + 2, share, '监理费']);
}

const paysFor = ({ earmark }: Pot, item: string): boolean => {
  const found = ledgerRulesOf(chuxiong2020).earmarks.find(({ code }) => code === earmark);
  return found !== undefined && earmarkReasons(found, [{ item }], chuxiong2020.menu).length === 0;
};

/** What is planned and not paid for yet, item by item. */
function planOf(told: Told): Map<string, bigint> {
  const open = new Map<string, bigint>();
  for (const { item, answer, cost } of told.members.flatMap(({ items }) => items))
    if (answer === 'todo') open.set(item, (open.get(item) ?? 0n) + cost);
  return open;
}

/** Up to three items that this money pays for and of which most is open, together at most the amount. */
function partsFor(pot: Pot, amount: bigint, open: Map<string, bigint>): ItemPart[] {
  const fitting = [...open].filter(([item, left]) => left > 0n && paysFor(pot, item));
  const parts: ItemPart[] = [];
  let left = amount;
  for (const [item, most] of fitting.toSorted(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, 3)) {
    const wanted = parts.length < 2 ? part(left, 600) : left;
    const taken = [wanted, most].toSorted((a, b) => (a < b ? -1 : 1))[0] ?? 0n;
    if (taken <= 0n) continue;
    parts.push({ item, amount: taken });
    left -= taken;
  }
  return parts;
}

const potKey = ({ source, kind, earmark }: Pot) => `${source}/${kind}/${earmark}`;

/** A town implements and has no desk for payments: the bureau asks for it. */
export const askerOf = ({ entity, county, story }: Told): string =>
  story.entity === 'town' ? `${county.letters}.zjj1` : entity;

/** 支付: each when it is due, from the pots with most in hand that may pay for it, never more than is in hand. */
export function paymentsOf(told: Told, moves: readonly Move[], contracts: readonly Signed[]): Move[] {
  const income = moves.filter(({ movement, day }) => movement === 'received' && day < 0);
  const spent = new Map<string, bigint>();
  const open = planOf(told);
  const pots = [...new Map(income.map(({ pot }) => [potKey(pot), pot])).values()];
  const inHand = (pot: Pot, day: number) =>
    income
      .filter((one) => potKey(one.pot) === potKey(pot) && one.day < day)
      .reduce((sum, { amount }) => sum + amount, 0n) - (spent.get(potKey(pot)) ?? 0n);
  const due = contracts
    .flatMap((contract) =>
      dues(told, contract.kind).map(([day, share, note]) => ({
        contract,
        day,
        note,
        amount: part(contract.amount, share),
      })),
    )
    .filter(({ day }) => day < 0)
    .toSorted((one, other) => one.day - other.day);
  return due.flatMap(({ contract, day, note, amount }) => {
    const isFee = contract.kind !== 'construction';
    let left = amount;
    const fitting = pots
      .filter((pot) => !isFee || paysFor(pot, FEES))
      .toSorted((a, b) => (inHand(a, day) < inHand(b, day) ? 1 : -1));
    return fitting.flatMap((pot): Move[] => {
      const most = [left, part(inHand(pot, day), 1000)].toSorted((a, b) => (a < b ? -1 : 1))[0] ?? 0n;
      if (most < 100_000n) return [];
      const items = isFee ? [{ item: FEES, amount: most }] : partsFor(pot, most, open);
      const sum = items.reduce((all, one) => all + one.amount, 0n);
      if (sum === 0n) return [];
      for (const one of items) open.set(one.item, (open.get(one.item) ?? 0n) - one.amount);
      spent.set(potKey(pot), (spent.get(potKey(pot)) ?? 0n) + sum);
      left -= sum;
      const people = { by: askerOf(told), approvedBy: `${told.county.letters}.czj1` };
      return [
        moveOf({
          told,
          day,
          movement: 'paid',
          pot,
          amount: sum,
          counterparty: contract.company,
          note,
          items,
          contractId: contract.id,
          ...people,
        }),
      ];
    });
  });
}
