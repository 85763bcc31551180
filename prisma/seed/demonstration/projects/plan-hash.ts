import { createHash } from 'node:crypto';
import type { Item } from './plans';

interface Sealed {
  compoundId: string;
  no: number;
  title: string;
  rulebookId: string;
  cells: readonly (Item & { photo: string | null })[];
}

/** The hash under which a version of a plan is final: of all that it says, in the order in which the product writes it (lib/server/plans). */
export function planHash({ compoundId, no, title, rulebookId, cells }: Sealed): string {
  const rows = cells
    .map(({ building, item, answer, quantity, unit, unitCost, payer, method, percent, reason, photo }) =>
      JSON.stringify([
        ...[building, item, answer, quantity?.toString(), unit, unitCost?.toString()],
        ...[payer, method, percent, reason, photo],
      ]),
    )
    .sort();
  return createHash('sha256')
    .update(JSON.stringify([compoundId, no, title, null, rulebookId, rows]))
    .digest('hex');
}
