import 'server-only';
import type { PoolAnswer } from '@/lib/domain/funds/batch-answers';
import type { PoolAssign, PoolQuery } from '@/lib/domain/funds/batch-schema';
import { voucherOf } from '@/lib/domain/funds/batches';
import { type Receipt, unspent } from '@/lib/domain/funds/idle';
import { poolReasons } from '@/lib/domain/funds/pool';
import { postingReasons } from '@/lib/domain/funds/posting';
import type { Pot } from '@/lib/domain/funds/types';
import { type CalendarDate, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Actor } from '@/lib/server/actor';
import { todayOf, yearOf, yearsToChoose, yearUnknown } from '@/lib/server/annual/year';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import type { Reader } from '@/lib/server/db/with-reader';
import type { Writer } from '@/lib/server/db/with-writer';
import { lockProject } from '@/lib/server/projects/lock';
import { balancesOf, postingFacts } from './facts';
import { gapsOf, withoutPot } from './gaps';
import { holdPool, writeEntry } from './post';

type PotRow = Pot & { balance: string; receipts: { on: CalendarDate; amount: string }[] };

const receiptsOf = (rows: PotRow['receipts']): Receipt[] =>
  rows.map(({ on, amount }) => ({ on, amount: BigInt(amount) }));

/** Pots of a county's pool that are not empty, with what came in. */
const potsOf = (reader: Reader, countyId: string, yearId: string): Promise<PotRow[]> =>
  reader.$queryRaw<PotRow[]>`
    SELECT a.source, a.fund_kind AS kind, a.earmark, a.balance::text AS balance, (SELECT coalesce(json_agg(json_build_object('on', e.entry_on, 'amount', e.amount::text)), '[]')
      FROM ledger_entry e WHERE e.county_id = a.county_id AND e.programme_year_id = a.programme_year_id AND e.project_id IS NULL AND e.kind = 'allocated' AND e.source = a.source
        AND e.fund_kind = a.fund_kind AND e.earmark = a.earmark AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id)) AS receipts
    FROM ledger_account a WHERE a.county_id = ${countyId}::uuid AND a.programme_year_id = ${yearId}::uuid AND a.class = 'pool' AND a.balance > 0
    ORDER BY a.source, a.fund_kind, a.earmark`;

/** What of other years still waits: whoever looks at this one should not think that all is given. */
const othersOf = (reader: Reader, countyId: string, yearId: string) =>
  reader.$queryRaw<{ year: number; amount: string }[]>`
    SELECT y.year, sum(a.balance)::text AS amount FROM ledger_account a JOIN programme_year y ON y.id = a.programme_year_id
    WHERE a.county_id = ${countyId}::uuid AND a.class = 'pool' AND a.balance > 0 AND y.id <> ${yearId}::uuid GROUP BY y.year ORDER BY y.year`;

/** 待分配: what stands in the pool of the person's county, and which of its projects still lack such money. */
export async function poolOf(reader: Reader, actor: Actor, { year }: PoolQuery): Promise<PoolAnswer | null> {
  const wanted = year ?? (await yearsToChoose(reader, actor)).current;
  const found = wanted === null ? null : await yearOf(reader, actor, wanted);
  if (!found || !actor.countyId) return null;
  const [pots, others] = await Promise.all([
    potsOf(reader, actor.countyId, found.id),
    othersOf(reader, actor.countyId, found.id),
  ]);
  const [today, gaps] = [
    (await todayOf(reader)) as CalendarDate,
    pots.length > 0 ? await gapsOf(reader, actor, { yearId: found.id, countyId: actor.countyId, pots }) : [],
  ];
  return {
    year: found.year,
    others: others.map(({ year: of, amount }) => ({ year: of, amount: formatMoney(BigInt(amount)) })),
    pots: pots.map(({ source, kind, earmark, balance, receipts }) => {
      const since = unspent(receiptsOf(receipts), BigInt(balance))[0]?.on ?? null;
      return {
        ...{ source, kind, earmark, amount: formatMoney(BigInt(balance)), since },
        days: since ? daysBetween(since, today) : 0,
        projects: gaps.filter((one) => one.source === source && one.kind === kind).map(withoutPot),
      };
    }),
  };
}

const rowed = <T extends { field?: string }>(reasons: readonly T[], at: number): T[] =>
  reasons.map((one) => ({ ...one, field: `lines.${at}.${one.field ?? 'amount'}` }));

/**
 * 县级分配: money of the pool to several projects at once, all or nothing. Projects are held in one order and the pool behind them, as by
 * whoever assigns to one project (post.ts): two at once wait for each other, and the second sees what is left.
 */
export async function assignPool(tx: Writer, actor: Actor, input: PoolAssign): Promise<Answer<{ ids: string[] }>> {
  const year = await yearOf(tx, actor, input.year);
  if (!year) return refused(yearUnknown(input.year));
  const { source, kind, earmark, assignedOn, documentNo, note, lines } = input;
  const pot = { source, kind, earmark };
  const held = new Map();
  for (const id of [...new Set(lines.map(({ projectId }) => projectId))].sort()) {
    const project = await lockProject(tx, actor, id);
    if (!project || project.yearId !== year.id) return notFound();
    held.set(id, project);
  }
  const place = { countyId: actor.countyId ?? '', yearId: year.id };
  await holdPool(tx, place);
  const { balance } = await balancesOf(tx, { id: null, ...place }, pot);
  const reasons = poolReasons(lines, balance.pool);
  const posted = lines.map(({ projectId, amount }, at) => ({
    ...{ movement: 'assigned' as const, pot, amount, entryOn: assignedOn, projectId },
    voucherNo: voucherOf(documentNo, 0, at),
  }));
  for (const [at, one] of posted.entries()) {
    const found = postingReasons(await postingFacts(tx, held.get(one.projectId), one));
    // what is in the pool is asked once, of all together
    reasons.push(
      ...rowed(
        found.filter(({ code }) => code !== 'fund.beyondPool'),
        at,
      ),
    );
  }
  if (reasons.length > 0) return refused(reasons);
  const ids: string[] = [];
  for (const { movement, projectId, amount, entryOn, voucherNo } of posted)
    ids.push(
      await writeEntry(tx, place, {
        ...{ ...pot, movement, projectId, amount, entryOn, voucherNo, note },
        createdBy: actor.accountId,
      }),
    );
  return created({ ids });
}
