import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { keepAliases, refreshFindable } from '@/lib/server/compounds/aliases';
import { nextCompoundCode } from '@/lib/server/compounds/code';
import { COMPOUND_COLUMNS } from '@/lib/server/compounds/columns';
import { pinyinOf, searchTextOf } from '@/lib/server/compounds/names';
import type { Tx } from '@/lib/server/db/with-actor';
import { type AppliedRow, columnValues, inserted, type SetOf, updated } from './apply-rows';

const COLUMNS: SetOf = COMPOUND_COLUMNS;
const FACILITY = /^facility:/;

function facilitiesOf(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => FACILITY.test(field))
      .map(([field, value]) => [field.replace(FACILITY, ''), value]),
  );
}

/** New compounds get the county's next codes in the order of the sheet. */
export async function insertCompounds(
  tx: Tx,
  actor: Actor,
  countyId: string,
  rows: readonly AppliedRow[],
): Promise<void> {
  const list = [];
  for (const { targetId, data } of rows) {
    const code = await nextCompoundCode(tx, countyId);
    const name = String(data.values.name ?? '');
    const address = typeof data.values.address === 'string' ? data.values.address : null;
    const facilities = Object.entries(facilitiesOf(data.values)).filter(([, value]) => value !== null);
    list.push({
      id: targetId,
      ...columnValues(COLUMNS, { ...data.values, ...data.places }),
      county_id: countyId,
      code,
      pinyin: pinyinOf(name),
      search_text: searchTextOf({ code, name, aliases: [], address }),
      facilities: Object.fromEntries(facilities),
      updated_by: actor.accountId,
    });
  }
  const more = 'county_id uuid, code text, pinyin text, search_text text, facilities jsonb, updated_by uuid';
  await inserted(tx, 'compound', COLUMNS, more, list);
}

/** Changed fields only; facilities key by key. Names and addresses are what a compound is found by. */
export async function updateCompounds(tx: Tx, actor: Actor, rows: readonly AppliedRow[]): Promise<void> {
  const list = rows.map(({ targetId, changes, data }) => {
    const values: Record<string, unknown> = Object.fromEntries(changes.map((change) => [change.field, change.new]));
    const { subdistrict, community, ...plain } = values;
    const places = subdistrict !== undefined || community !== undefined ? (data.places ?? {}) : {};
    return { id: targetId, facilities: facilitiesOf(values), set: columnValues(COLUMNS, { ...plain, ...places }) };
  });
  await updated(tx, 'compound', COLUMNS, actor, list);
  for (const { targetId, data, changes } of rows) {
    if (targetId === null) continue;
    if (data.alias) await keepAliases(tx, { id: targetId, countyId: data.countyId ?? '' }, [data.alias]);
    if (data.alias || changes.some(({ field }) => field === 'name' || field === 'address'))
      await refreshFindable(tx, targetId);
  }
}
