import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { findFundHead } from '@/lib/domain/funds/imports/columns';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { fileStore } from '@/lib/server/files/store';
import { applyStatement } from '@/lib/server/funds/imports/apply';
import { decideLines } from '@/lib/server/funds/imports/decide';
import { linesOf, type StoredLine } from '@/lib/server/funds/imports/statement';
import { type Sent, take } from '@/lib/server/funds/imports/upload';
import { readGrid } from '@/lib/server/imports/reading/read-grid';
import { sameBytes } from '@/lib/server/papers/same-bytes';
import { personOf } from '../projects/people';
import { dateOf, type Ground } from '../projects/told';
import { told as answered } from '../votes/stage';
import type { Stage } from '../votes/types';

/** 禄丰市's own account of the projects. */
const ACCOUNT = '5300 1736 1420 5000 3018';
const CLERK = 'lufeng.czj1';

interface Booked {
  id: string;
  day: CalendarDate;
  /** out: with a minus */
  amount: string;
  counterparty: string | null;
  note: string | null;
  /** paid by a household: the bank knows the person, not the dwelling */
  household: boolean;
}

/** What went over the bank in a period: households that paid by card, cash or phone come in another way. */
const MOVED = `SELECT e.id, e.entry_on::text AS day, (CASE e.kind WHEN 'paid' THEN -e.amount ELSE e.amount END)::text AS amount, e.counterparty, e.note, c.id IS NOT NULL AS household
  FROM ledger_entry e LEFT JOIN contribution_payment c ON c.entry_id = e.id
  WHERE e.county_id = $1 AND e.kind IN ('received', 'paid') AND e.entry_on BETWEEN $2 AND $3 AND coalesce(c.channel, 'transfer') = 'transfer'
    AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id) ORDER BY e.entry_on, e.id`;

interface Line {
  day: CalendarDate;
  amount: bigint;
  counterparty: string;
  remark: string;
}

const lineOf = ({ id, day, amount, counterparty, note, household }: Booked): Line => ({
  ...{ day, amount: BigInt(amount) },
  counterparty: household ? personOf(id) : (counterparty ?? ''),
  remark: household ? `改造自筹款 ${counterparty ?? ''}` : (note ?? ''),
});

const HEAD = ['交易日期', '摘要', '收入金额', '支出金额', '账户余额', '对方户名', '交易流水号'];
const yuan = (fen: bigint): number => Number(fen) / 100;

/** As the bank's own download: the account above the table, the oldest line first, each with the balance after it. */
async function bookOf(lines: readonly Line[], opening: bigint): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  const sheet = book.addWorksheet('账户明细');
  sheet.addRow([`账号：${ACCOUNT}`]);
  sheet.addRow(HEAD);
  let balance = opening;
  for (const [nth, { day, amount, counterparty, remark }] of lines.entries()) {
    balance += amount;
    const sums = amount > 0n ? [yuan(amount), null] : [null, yuan(-amount)];
    const serial = `${day.replaceAll('-', '')}${String(nth + 1).padStart(5, '0')}`;
    sheet.addRow([day, remark, ...sums, yuan(balance), counterparty, serial]);
  }
  for (const [at, width] of [12, 34, 16, 16, 16, 30, 20].entries()) sheet.getColumn(at + 1).width = width;
  return sameBytes(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** The file, stored and read as one that somebody sends. */
async function sentOf(bytes: Buffer, fileName: string): Promise<Omit<Sent, 'actor' | 'countyId'>> {
  const { file, release } = await fileStore().scratch();
  try {
    await writeFile(file, bytes, { mode: 0o600 });
    for await (const grid of readGrid({ path: file, fileName, grid: true, head: 'funds' })) {
      const head = grid.type === 'grid' && findFundHead(grid.rows);
      if (grid.type !== 'grid' || !head) break;
      const stored = await fileStore().put(Readable.from([bytes]));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { sheet: grid.sheet, rows: grid.rows, head, findings: grid.problems, fileName, sha256, stored };
    }
  } finally {
    await release();
  }
  throw new Error(`demonstration: ${fileName} cannot be read`);
}

interface Period {
  from: CalendarDate;
  to: CalendarDate;
  fileName: string;
  /** what the bank has beside what the books hold */
  more: readonly Line[];
}

async function movedIn({ client }: Stage, countyId: string, { from, to }: Period): Promise<Booked[]> {
  return (await client.query<Booked>(MOVED, [countyId, from, to])).rows;
}

async function send(stage: Stage, actor: Actor, period: Period): Promise<{ id: string; booked: Booked[] }> {
  const countyId = actor.countyId ?? '';
  const booked = await movedIn(stage, countyId, period);
  const lines = [...booked.map(lineOf), ...period.more].toSorted((one, other) =>
    one.day < other.day ? -1 : one.day > other.day ? 1 : 0,
  );
  const out = lines.reduce((sum, { amount }) => (amount < 0n ? sum - amount : sum), 0n);
  const sent = await sentOf(await bookOf(lines, out + 8_653_215n), period.fileName);
  const { id } = answered(await take(stage.tx, { ...sent, actor, countyId }));
  return { id, booked };
}

/** Each line beside the entry that says the same; what is no project's is put aside with its reason. */
function decisionsOf(lines: readonly StoredLine[], booked: readonly Booked[]) {
  const free = [...booked];
  return lines.map(({ id: lineId, day, amount, remark }) => {
    const at = free.findIndex((one) => one.day === day && BigInt(one.amount) === amount);
    const [entry] = at < 0 ? [] : free.splice(at, 1);
    return entry
      ? { lineId, decision: 'entry' as const, entryId: entry.id }
      : { lineId, decision: 'outside' as const, reason: remark ?? '其他' };
  });
}

const bank = (day: CalendarDate, amount: bigint, remark: string, counterparty = '禄丰农村商业银行'): Line => ({
  ...{ day, amount, counterparty, remark },
});

/** The last day of the month of a date. */
const endOf = (date: CalendarDate): CalendarDate =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10) as CalendarDate;

/** A month of the spring, applied: every line confirms an entry or is put aside. */
async function tellApplied(stage: Stage, ground: Ground): Promise<void> {
  const from = `${dateOf({ ground }, -215).slice(0, 7)}-01` as CalendarDate;
  const to = endOf(from);
  const [fee, interest] = [`${from.slice(0, 7)}-20`, `${from.slice(0, 7)}-21`] as CalendarDate[];
  const more = [bank(fee as CalendarDate, -12_000n, '账户管理费'), bank(interest as CalendarDate, 41_862n, '结息')];
  const period = { from, to, fileName: `改造资金专户流水${from.slice(0, 7)}.xlsx`, more };
  const day = -180;
  await stage.act(CLERK, { day, time: '10:10' }, async (actor) => {
    const { id, booked } = await send(stage, actor, period);
    const decided = answered(
      await decideLines(stage.tx, actor, { id, version: 1 }, decisionsOf(await linesOf(stage.tx, id), booked)),
    );
    answered(await applyStatement(stage.tx, actor, decided));
  });
}

const OUTSTANDING = `SELECT a.balance::text AS amount FROM ledger_account a JOIN project p ON p.id = a.project_id
  WHERE a.county_id = $1 AND a.class = 'receivable' AND a.source = 'central' AND a.balance > 0 AND p.name LIKE '%中医院家属区%' LIMIT 1`;
const WAITING = `SELECT o.pay_on::text AS day, o.amount::text AS amount, o.payee AS counterparty, o.purpose AS remark FROM payment_order o
  WHERE o.county_id = $1 AND o.status = 'submitted' ORDER BY o.pay_on LIMIT 1`;

/** The last weeks, read and not decided yet: what the books hold, a payment that waits, money from the treasury that nobody has entered, and what nobody knows. */
async function tellRead(stage: Stage, ground: Ground): Promise<void> {
  const on = (day: number) => dateOf({ ground }, day);
  await stage.act(CLERK, { day: -1, time: '16:20' }, async (actor) => {
    const { rows: waiting } = await stage.client.query<Omit<Line, 'amount'> & { amount: string }>(WAITING, [
      actor.countyId,
    ]);
    const { rows: expected } = await stage.client.query<{ amount: string }>(OUTSTANDING, [actor.countyId]);
    const more = [
      ...waiting.map((one) => ({ ...one, amount: -BigInt(one.amount) })),
      ...expected.map(({ amount }) => bank(on(-2), BigInt(amount), '国库集中支付额度到账', '禄丰市财政局')),
      bank(on(-19), 38_754n, '结息'),
      bank(on(-11), 500_000n, '往来款', '禄丰县城建材经营部'),
      bank(on(-6), 26_180n, '改造自筹款', personOf('unknown payer')),
    ];
    await send(stage, actor, {
      from: on(-34),
      to: on(-1),
      fileName: `改造资金专户流水${on(-1).slice(0, 7)}.xlsx`,
      more,
    });
  });
}

/** 银行流水导入 of 禄丰市: one that is in the books, and one that somebody has begun. */
export async function tellStatements(stage: Stage, ground: Ground): Promise<void> {
  await tellApplied(stage, ground);
  await tellRead(stage, ground);
}
