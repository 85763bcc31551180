import { createHash } from 'node:crypto';
import { canonicalJson } from '../../rulebooks';
import type { Item } from './plans';

interface Sealed {
  compoundId: string;
  no: number;
  title: string;
  items: readonly Item[];
}

/** The hash under which a version of a plan is final. */
export function planHash({ items, ...plan }: Sealed): string {
  const written = items.map((one) => ({
    ...one,
    quantity: String(one.quantity),
    unitCost: String(one.unitCost),
    cost: String(one.cost),
  }));
  return createHash('sha256')
    .update(canonicalJson({ ...plan, items: written }))
    .digest('hex');
}
