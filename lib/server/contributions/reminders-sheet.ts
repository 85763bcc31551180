import 'server-only';
import type { DueRow } from '@/lib/domain/contributions/answers';
import { REMINDER_HEAD, reminderRows } from '@/lib/domain/contributions/reminders';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { exactNumber } from '@/lib/server/workbooks/cells';
import { XLSX } from '@/lib/server/workbooks/response';
import { smallBook } from '@/lib/server/workbooks/small-book';
import { type Reminders, remindersOf } from './list';

const WIDTHS = [8, 26, 16, 14, 14, 14, 14, 14, 12];
/** due, paid, left */
const MONEY = [3, 4, 5];
const COUNTS = [0, 7];

const formatOf = (at: number): string => (MONEY.includes(at) ? '#,##0.00' : COUNTS.includes(at) ? '0' : '@');

/** What names it in clear says so in its own name. */
export async function bookOf(
  { project, compound, today }: Omit<Reminders, 'items'>,
  items: readonly DueRow[],
  isClear = false,
) {
  const columns = REMINDER_HEAD.map((header, at) => ({ header, width: WIDTHS[at] ?? 16, format: formatOf(at) }));
  const rows = reminderRows(items).map((row) =>
    row.map((cell, at) => (MONEY.includes(at) || COUNTS.includes(at) ? exactNumber(cell) : cell)),
  );
  const name = `${project.code}-${compound.name}-催缴清单${isClear ? '（含个人信息）' : ''}-${today}.xlsx`;
  return { bytes: await smallBook('催缴清单', columns, rows), name, mediaType: XLSX };
}

/** Owners masked, as on the page. */
export async function remindersSheet(actor: Actor, projectId: string, compoundId: string | undefined) {
  const found = await withReader(actor, (reader) => remindersOf(reader, actor, projectId, compoundId));
  return found && bookOf(found, found.items);
}
