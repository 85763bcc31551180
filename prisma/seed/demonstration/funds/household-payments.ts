import type { PayChannel } from '@/lib/domain/contributions/types';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { POT } from '@/lib/server/contributions/dues';
import { choose, happens, share } from '../../shared/sequence';
import { part } from '../projects/money';
import { dateOf, idOfPerson, instantOf, type Told, yearAt } from '../projects/told';
import type { Owing } from './dues';
import { type Move, moveOf, reversalOf } from './moves';

interface Paid extends Owing {
  day: number;
  sum: bigint;
  channel: PayChannel;
  /** written to this household by mistake */
  mistaken: boolean;
}

const CHANNELS: readonly PayChannel[] = 'wechat wechat wechat alipay transfer transfer cash cash pos'.split(
  ' ',
) as never;
/** Most pay within so many days after the amount was set, those who were reminded within the last ones. */
const [FIRST, WITHIN, LATELY] = [4, 110, 32];

const isIn = (of: string, purpose: string, perThousand = 0) => happens(of, purpose, perThousand);

/** Where a household stands: paid in full, a part, nothing; buildings differ. */
function sumOf({ told, home, building, amount }: Owing): bigint {
  const { full, part: partly } = told.story.dues ?? { full: [0], part: 0 };
  if (isIn(home.id, 'dues paid', full[building % full.length])) return amount;
  return isIn(home.id, 'dues part', partly) ? part(amount, 300 + 100 * share(home.id, 'dues share', 4)) : 0n;
}

function paidBy(owing: Owing): Paid[] {
  const { told, home, since } = owing;
  const sum = sumOf(owing);
  if (sum === 0n) return [];
  const span = Math.min(WITHIN, -1 - since - FIRST);
  const early = since + FIRST + share(home.id, 'dues day', Math.max(span, 1));
  const isLate = isIn(home.id, 'dues reminded', told.story.dues?.reminded);
  const day = isLate ? Math.max(-1 - share(home.id, 'dues lately', LATELY), since + FIRST) : early;
  return [{ ...owing, day, sum, channel: choose(CHANNELS, home.id, 'dues channel'), mistaken: false }];
}

/** One payment was written to the neighbour, who has paid nothing to this day. */
function mistakeOf(owing: readonly Owing[], paid: readonly Paid[]): Paid[] {
  const mistaken = owing.filter(({ told }) => told.story.dues?.mistaken);
  const one = mistaken.find(({ home }) => !paid.some((other) => other.home.id === home.id));
  return one ? [{ ...one, day: one.since + 21, sum: one.amount, channel: 'wechat', mistaken: true }] : [];
}

/** 2026-0012: the receipt books of a county go on through the year. */
function receiptsOf(paid: readonly Paid[]): (Paid & { receiptNo: string })[] {
  const ordered = paid.toSorted((one, other) => one.day - other.day);
  const books = groupBy(ordered, ({ told, day }) => `${told.county.code} ${yearAt(told, day)}`);
  return [...books.values()].flatMap((book) =>
    book.map((one, at) => ({
      ...one,
      receiptNo: `${yearAt(one.told, one.day)}-${String(at + 1).padStart(4, '0')}`,
    })),
  );
}

interface Row {
  move: Move;
  id: string;
  home: Owing['home'];
}

function tell({ move, id, home }: Row, told: Told, more: Record<string, unknown>): void {
  told.ground.rows.add('contribution_payment', {
    ...{ id, project_id: told.id, household_id: home.id, amount: move.amount, paid_on: dateOf(told, move.day) },
    ...{ kind: 'payment', channel: null, receipt_no: null, reason: null, reverses_id: null, ...more },
    ...{ entry_id: move.id, recorded_by: idOfPerson(told, move.by), recorded_at: instantOf(told, move.day, '15:20') },
  });
}

/** 居民缴款: each with its receipt and its entry in the ledger. `kept`: what stands and can be spent; `back`: the mistake, and how it was taken back. */
export function householdPayments(owing: readonly Owing[]): { kept: Move[]; back: Move[] } {
  const paid = owing.flatMap(paidBy);
  const moves: { kept: Move[]; back: Move[] } = { kept: [], back: [] };
  for (const { told, home, day, sum, channel, receiptNo, mistaken } of receiptsOf([
    ...paid,
    ...mistakeOf(owing, paid),
  ])) {
    const by = `${told.county.letters}.${choose(['zjj1', 'zjj2'], home.id, 'dues clerk')}`;
    const voucher = `收据-${receiptNo}`;
    const move = moveOf({
      ...{ told, day, movement: 'received', pot: POT, amount: sum, by, voucher, counterparty: home.name, note: '' },
    });
    const id = told.ground.next('contributionPayment');
    tell({ move, id, home }, told, { channel, receipt_no: receiptNo });
    if (!mistaken) moves.kept.push(move);
    else {
      const reason = '收款登记到了邻户名下，冲销后按原收款人重新登记';
      const back = { ...reversalOf(move, 2, reason), voucher: `${voucher}-冲` };
      moves.back.push(move, back);
      const reversal = { kind: 'reversal', reason, reverses_id: id };
      tell({ move: back, id: told.ground.next('contributionPayment'), home }, told, reversal);
    }
  }
  return moves;
}
