import type { LineMethod } from '../plans/types';
import type { MenuItem } from '../rulebook/schema';
import type { Apportionment, ApportionmentRow } from '../rulebook/schema-funding';

/** The row of the rule book that decides who pays for an item: the first that fits. Every item has one (coherence of the rule book). */
export function rowOf(
  { rows }: Pick<Apportionment, 'rows'>,
  { code, necessity }: Pick<MenuItem, 'code' | 'necessity'>,
  method: LineMethod | null,
): ApportionmentRow {
  const found = rows.find(
    (row) =>
      (row.items.length === 0 || row.items.includes(code)) &&
      (row.necessity === null || row.necessity === necessity) &&
      (row.method === null || row.method === method),
  );
  if (!found) throw new Error(`no row of the apportionment speaks of ${code}`);
  return found;
}
