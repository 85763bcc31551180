import type { ItemPart, Movement, Pot } from '@/lib/domain/funds/types';
import { dateOf, type Told, yearAt } from '../projects/told';

/** A movement of the demonstration before it has a voucher: on a day counted from today. */
export interface Move {
  id: string;
  told: Told;
  /** false: of the county's pool */
  ofProject: boolean;
  day: number;
  movement: Movement;
  pot: Pot;
  amount: bigint;
  counterparty: string;
  note: string;
  by: string;
  /** of the prefecture: the document's number and the line; else numbered by the county */
  voucher: string | null;
  batchLine: string | null;
  approvedBy: string | null;
  contractId: string | null;
  items: ItemPart[] | null;
  reverses: string | null;
}

type Wish = Pick<Move, 'told' | 'day' | 'movement' | 'pot' | 'amount' | 'counterparty' | 'note' | 'by'> & Partial<Move>;

export const moveOf = (wish: Wish): Move => ({
  ...{
    ofProject: true,
    voucher: null,
    batchLine: null,
    approvedBy: null,
    contractId: null,
    items: null,
    reverses: null,
  },
  ...wish,
  id: wish.told.ground.next('ledgerEntry'),
});

/** The same back, some days later; of a payment by the same two people. */
export const reversalOf = (move: Move, days: number, note: string): Move => ({
  ...move,
  ...{ id: move.told.ground.next('ledgerEntry'), day: move.day + days, movement: 'reversed', reverses: move.id },
  ...{ note, voucher: null, batchLine: null },
});

/** 记-2020-05-012: counted through each month of a county, in the order of the days. */
export function numbered(moves: readonly Move[]): (Move & { voucherNo: string })[] {
  const counts = new Map<string, number>();
  return moves
    .toSorted((one, other) => one.day - other.day)
    .map((move) => {
      if (move.voucher) return { ...move, voucherNo: move.voucher };
      const month = dateOf(move.told, move.day).slice(0, 7);
      const key = `${move.told.county.code} ${month}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { ...move, voucherNo: `记-${month}-${String(count).padStart(3, '0')}` };
    });
}

export const numberIn = (no: string, told: Pick<Told, 'ground'>, day: number): string =>
  no.replace('Y', yearAt(told, day));
