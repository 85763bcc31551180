import 'server-only';
import { createHmac } from 'node:crypto';
import type { Denied } from '@/lib/server/answer';
import { giveBack, type Limit, takeOne } from '@/lib/server/api/limits';
import { env } from '@/lib/server/env';

const WINDOW = 10 * 60;
interface Pair {
  address: Limit;
  all: Limit;
}

/** Codes that are none: somebody mistypes a few times. In total so many that no crowd of addresses tries a thousandth of anything. */
export const WRONG_CODES: Pair = {
  address: { name: 'receipt', count: 20, seconds: WINDOW },
  all: { name: 'receipt-all', count: 3_000, seconds: WINDOW },
};
/** A family behind one address writes a few; the office must read each. */
export const OBJECTIONS: Pair = {
  address: { name: 'objection', count: 10, seconds: WINDOW },
  all: { name: 'objection-all', count: 300, seconds: WINDOW },
};

/** An address is somebody's: counted under a keyed number. */
const keyOf = (address: string | null): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`anju-resident:${address ?? ''}`)
    .digest('base64url')
    .slice(0, 22);

/** One of that address, then one of everybody's. */
export const takeBoth = async ({ address, all }: Pair, from: string | null): Promise<Denied | null> =>
  (await takeOne(address, keyOf(from))) ?? (await takeOne(all, 'all'));

export async function giveBothBack({ address, all }: Pair, from: string | null): Promise<void> {
  await giveBack(address, keyOf(from));
  await giveBack(all, 'all');
}
