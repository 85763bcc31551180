import 'server-only';
import { postingReasons } from '@/lib/domain/funds/posting';
import { reversalReasons } from '@/lib/domain/funds/reversal';
import type { EntryInput, ReverseInput } from '@/lib/domain/funds/schema';
import type { ItemPart, Movement, Pot } from '@/lib/domain/funds/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { newId } from '@/lib/server/db/new-id';
import { Prisma } from '@/lib/server/db/sql';
import { sendTo, type Writer } from '@/lib/server/db/with-writer';
import { takeFile } from '@/lib/server/projects/files';
import { type HeldProject, lockProject } from '@/lib/server/projects/lock';
import { type Asked, balancesOf, holdForPosting, isVoucherUsed, postingFacts } from './facts';
import { entryScope } from './scope';

export interface NewEntry extends Pot {
  movement: Movement;
  projectId: string | null;
  amount: bigint;
  entryOn: CalendarDate;
  voucherNo: string;
  counterparty?: string | null;
  note?: string | null;
  contractId?: string | null;
  items?: readonly ItemPart[] | null;
  reversesId?: string | null;
  batchLineId?: string | null;
  fileId?: string | null;
  fileSha256?: string | null;
  createdBy: string;
  approvedBy?: string | null;
}

export const asJson = (items: readonly ItemPart[] | null | undefined) =>
  items ? JSON.stringify(items.map(({ item, amount }) => ({ item, amount: String(amount) }))) : null;

interface BookPlace {
  countyId: string;
  yearId: string;
}

const inserting = (id: Prisma.Sql, { countyId, yearId }: BookPlace, entry: NewEntry) => Prisma.sql`
    INSERT INTO ledger_entry (id, county_id, project_id, programme_year_id, kind, source, fund_kind, earmark, amount, entry_on, voucher_no, counterparty, note, contract_id, items, reverses_id,
      batch_line_id, file_id, file_sha256, created_by, approved_by)
    VALUES (${id}, ${countyId}::uuid, ${entry.projectId}::uuid, ${yearId}::uuid, ${entry.movement}, ${entry.source}, ${entry.kind}, ${entry.earmark}, ${entry.amount}::bigint, ${entry.entryOn}::date,
      ${entry.voucherNo}, ${entry.counterparty ?? null}, ${entry.note ?? null}, ${entry.contractId ?? null}::uuid, ${asJson(entry.items)}::jsonb, ${entry.reversesId ?? null}::uuid,
      ${entry.batchLineId ?? null}::uuid, ${entry.fileId ?? null}::uuid, ${entry.fileSha256 ?? null}, ${entry.createdBy}::uuid, ${entry.approvedBy ?? null}::uuid) RETURNING id`;

/** Writes the entry; the database writes its debits and credits and keeps the balances (trigger ledger_post). Answers its id. */
export async function writeEntry(tx: Writer, place: BookPlace, entry: NewEntry): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>(inserting(Prisma.sql`anju_new_id()`, place, entry));
  return row?.id ?? '';
}

/** The same, where nothing follows that reads of it: it is sent together with the end of the transaction. */
export async function sendEntry(tx: Writer, place: BookPlace, entry: NewEntry): Promise<string> {
  const id = newId();
  await sendTo(tx, inserting(Prisma.sql`${id}::uuid`, place, entry));
  return id;
}

export interface Posted {
  id: string;
}

/** Two who draw on the pool of a county at once wait for each other: the app may not lock an account, only the books write there. */
export const holdPool = (tx: Writer, { countyId, yearId }: Pick<HeldProject, 'countyId' | 'yearId'>) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${countyId}/${yearId}`}, 6))`;

/** What stands cannot move any more: the project is held, and the pool where it gives something. */
async function holdAll(tx: Writer, actor: Actor, projectId: string, asked: Asked) {
  if (asked.movement !== 'assigned') return holdForPosting(tx, actor, projectId, asked);
  const project = await lockProject(tx, actor, projectId);
  if (!project) return null;
  await holdPool(tx, project);
  return { project, facts: await postingFacts(tx, project, asked) };
}

/** 下达, 到位, or assigned from the county's pool: held, decided, written. */
export async function post(
  tx: Writer,
  actor: Actor,
  projectId: string,
  { fileId, counterparty, note, byHouseholds, ...input }: EntryInput & { byHouseholds?: boolean },
  write = writeEntry,
): Promise<Answer<Posted>> {
  const { movement, source, kind, earmark, amount, entryOn, voucherNo } = input;
  const pot = { source, kind, earmark };
  const asked = { movement, pot, amount, entryOn, voucherNo, byHouseholds };
  const held = await holdAll(tx, actor, projectId, asked);
  if (!held) return notFound();
  const { project, facts } = held;
  const reasons = postingReasons(facts);
  const file = await takeFile(tx, actor, project, { fileId, wanted: 'paper', field: 'fileId' });
  if (reasons.length + file.reasons.length > 0) return refused([...reasons, ...file.reasons]);
  const entry = {
    ...input,
    projectId,
    fileId,
    counterparty,
    note,
    fileSha256: file.sha256,
    createdBy: actor.accountId,
  };
  return created({ id: await write(tx, project, entry) });
}

interface Stood {
  id: string;
  kind: Movement;
  projectId: string | null;
  countyId: string;
  yearId: string;
  source: Pot['source'];
  fundKind: string;
  earmark: string;
  amount: string;
  entryOn: CalendarDate;
  reversed: boolean;
  ofBatch: boolean;
  today: CalendarDate;
}

/** The entry, where this person may see it. What holds it still is the lock of its project, or of its county's pool. */
export async function entryToReverse(tx: Writer, actor: Actor, id: string): Promise<Stood | null> {
  const [row] = await tx.$queryRaw<Stood[]>`
    SELECT e.id, e.kind, e.project_id AS "projectId", e.county_id AS "countyId", e.programme_year_id AS "yearId", e.source, e.fund_kind AS "fundKind", e.earmark, e.amount::text AS amount,
      e.entry_on::text AS "entryOn", EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id) AS reversed, e.batch_line_id IS NOT NULL AS "ofBatch", anju_today()::text AS today
    FROM ledger_entry e WHERE e.id = ${id}::uuid AND ${entryScope(actor)}`;
  return row ?? null;
}

/** Holds what an entry stands in, and reads it again as it is now. */
export async function holdEntry(tx: Writer, actor: Actor, id: string): Promise<Stood | null> {
  const found = await entryToReverse(tx, actor, id);
  if (!found) return null;
  if (found.projectId) await lockProject(tx, actor, found.projectId);
  if (found.projectId === null || found.kind === 'assigned') await holdPool(tx, found);
  return entryToReverse(tx, actor, id);
}

/** What speaks against taking an entry back. */
export async function reasonsAgainstReversal(
  tx: Writer,
  actor: Actor,
  stood: Stood,
  {
    on,
    voucherNo,
    exceptOrder,
    byHousehold = false,
  }: { on: CalendarDate; voucherNo: string; exceptOrder?: string; byHousehold?: boolean },
) {
  const pot = { source: stood.source, kind: stood.fundKind, earmark: stood.earmark };
  const sums = await balancesOf(tx, { ...stood, id: stood.projectId }, pot);
  return reversalReasons({
    ...sums,
    kind: stood.kind,
    amount: BigInt(stood.amount),
    entryOn: stood.entryOn,
    projectId: stood.projectId,
    reversed: stood.reversed,
    ofPrefecture: stood.ofBatch && actor.level !== 'prefecture',
    ofHousehold: !byHousehold && (await isOfHousehold(tx, stood.id)),
    ...{ on, today: stood.today, voucherNo },
    voucherUsed: await isVoucherUsed(tx, stood.countyId, voucherNo, exceptOrder),
  });
}

/** Residents' contributions take their own entries back with the household's payment. */
async function isOfHousehold(tx: Writer, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ its: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM contribution_payment WHERE entry_id = ${id}::uuid) OR EXISTS (SELECT 1 FROM contribution_setting WHERE entry_id = ${id}::uuid) AS its`;
  return row?.its ?? false;
}

/** 冲销 of an allocation or receipt; a payment is taken back by a request that a second person approves (orders.ts). */
export async function reverse(
  tx: Writer,
  actor: Actor,
  id: string,
  { entryOn, voucherNo, note, fileId, byHousehold }: ReverseInput & { byHousehold?: boolean },
): Promise<Answer<Posted>> {
  const stood = await holdEntry(tx, actor, id);
  if (!stood || stood.kind === 'paid') return notFound();
  const reasons = await reasonsAgainstReversal(tx, actor, stood, { on: entryOn, voucherNo, byHousehold });
  const file = stood.projectId
    ? await takeFile(
        tx,
        actor,
        { id: stood.projectId, countyId: stood.countyId },
        { fileId, wanted: 'paper', field: 'fileId' },
      )
    : { sha256: null, reasons: [] };
  if (reasons.length + file.reasons.length > 0) return refused([...reasons, ...file.reasons]);
  const entry: NewEntry = {
    ...{
      movement: 'reversed',
      source: stood.source,
      kind: stood.fundKind,
      earmark: stood.earmark,
      amount: BigInt(stood.amount),
    },
    ...{ projectId: stood.projectId, entryOn, voucherNo, note, reversesId: id, createdBy: actor.accountId },
    ...(stood.projectId ? { fileId, fileSha256: file.sha256 } : {}),
  };
  return done({ id: await writeEntry(tx, stood, entry) }, { status: 201 });
}
