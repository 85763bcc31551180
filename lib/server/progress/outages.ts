import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { OutageView } from '@/lib/domain/progress/answers';
import type { Outage } from '@/lib/domain/progress/due';
import { outageReasons } from '@/lib/domain/progress/outages';
import { addMonths, firstDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { OutageInput } from '@/lib/domain/progress/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';

const read = (reader: Reader, actor: Actor, condition: Prisma.Sql): Promise<OutageView[]> =>
  reader.$queryRaw<OutageView[]>`
    SELECT o.id, ${instant('o.from_at')} AS "from", ${instant('o.to_at')} AS "to", o.reason, ${instant('o.recorded_at')} AS "recordedAt", ${instant('o.retired_at')} AS "retiredAt",
      o.retired_reason AS "retiredReason" FROM outage o WHERE o.prefecture_id = ${actor.prefectureId}::uuid AND ${condition} ORDER BY o.from_at DESC, o.id LIMIT 200`;

/** The log of times in which nobody could report, the latest first. */
export const outagesOf = (reader: Reader, actor: Actor): Promise<OutageView[]> => read(reader, actor, Prisma.sql`true`);

/** Those that may move the limit of a month. */
export async function outagesAfter(reader: Reader, actor: Actor, month: ReportMonth): Promise<Outage[]> {
  const from = firstDay(addMonths(month, 1));
  const rows = await read(reader, actor, Prisma.sql`o.retired_at IS NULL AND o.to_at >= ${from}::date - 1`);
  return rows.map((row) => ({ from: new Date(row.from), to: new Date(row.to) }));
}

/** The prefecture writes down when the system was down; limits of reports that lie in it move by the days that were lost. */
export async function recordOutage(tx: Tx, actor: Actor, input: OutageInput): Promise<Answer<OutageView>> {
  const outage = { from: new Date(input.from), to: new Date(input.to) };
  // one at a time: two that overlap are not both written down
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('outage'), hashtext(${actor.prefectureId}))`;
  const known = await read(tx, actor, Prisma.sql`o.retired_at IS NULL`);
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT anju_now() AS now`;
  const standing = known.map((one) => ({ from: new Date(one.from), to: new Date(one.to) }));
  const against = outageReasons(outage, clock?.now ?? outage.from, standing);
  if (against.length > 0) return refused(against);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO outage (prefecture_id, from_at, to_at, reason, recorded_by)
    VALUES (${actor.prefectureId}::uuid, ${input.from}::timestamptz, ${input.to}::timestamptz, ${input.reason}, ${actor.accountId}::uuid) RETURNING id`;
  const [view] = await read(tx, actor, Prisma.sql`o.id = ${row?.id ?? ''}::uuid`);
  return view ? created(view) : notFound();
}

/** Written down by mistake: it stays readable, and moves no limit any more. */
export async function retireOutage(tx: Tx, actor: Actor, id: string, why: string): Promise<Answer<OutageView>> {
  const [there] = await read(tx, actor, Prisma.sql`o.id = ${id}::uuid`);
  if (!there) return notFound();
  if (there.retiredAt) return refused([reason('outage.retiredAlready')]);
  await setAct(tx, { action: 'outage.retire', reason: why });
  await tx.$executeRaw`UPDATE outage SET retired_at = anju_now(), retired_reason = ${why} WHERE id = ${id}::uuid AND retired_at IS NULL`;
  const [view] = await read(tx, actor, Prisma.sql`o.id = ${id}::uuid`);
  return view ? done(view) : notFound();
}
