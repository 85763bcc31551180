import { z } from 'zod';
import { parseMoney } from '../kernel/money';
import type { FiguresText } from './overview-answers';

export const COUNTY_SORTS = ['planned', 'allocated', 'received', 'paid', 'gap'] as const;

/** In what order the counties stand: of the tree, or by a figure. */
export const countyOrder = z.object({
  sort: z.enum(['code', ...COUNTY_SORTS]).catch('code'),
  order: z.enum(['asc', 'desc']).catch('asc'),
});
export type CountyOrder = z.output<typeof countyOrder>;

export function inCountyOrder<T extends FiguresText>(counties: readonly T[], { sort, order }: CountyOrder): T[] {
  if (sort === 'code') return [...counties];
  const fen = (one: T): bigint => {
    const read = parseMoney(one[sort]);
    return read.ok ? read.value : 0n;
  };
  const sign = order === 'asc' ? 1 : -1;
  return counties.toSorted((a, b) => (fen(a) < fen(b) ? -sign : fen(a) > fen(b) ? sign : 0));
}
