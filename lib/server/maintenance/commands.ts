import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { MaintenanceFund } from '@/lib/domain/maintenance/answers';
import { entryReasons, maskedNumber, openingReasons, reversalReasons } from '@/lib/domain/maintenance/rules';
import type { AccountInput, AccountUpdate, EntryInput, EntryReversal } from '@/lib/domain/maintenance/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { reassess } from '@/lib/server/compounds/assess';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { attachFile } from '@/lib/server/files/compound-files';
import { maintenanceFund } from './queries';

interface Held {
  compoundId: string;
  countyId: string;
  today: CalendarDate;
  account: { id: string; openedOn: CalendarDate; version: number; balance: bigint } | null;
}

/** Whoever writes about the fund of a compound holds the compound first: what is decided on is what stands. */
async function hold(tx: Tx, actor: Actor, compoundId: string): Promise<Held | null> {
  const [compound] = await tx.$queryRaw<{ countyId: string; today: CalendarDate }[]>`
    SELECT c.county_id AS "countyId", anju_today()::text AS today FROM compound c
    WHERE c.id = ${compoundId}::uuid AND c.status = 'active' AND c.county_id = ANY(${[...actor.counties]}::uuid[]) FOR UPDATE OF c`;
  if (!compound) return null;
  const [account] = await tx.$queryRaw<{ id: string; openedOn: CalendarDate; version: number; balance: string }[]>`
    SELECT a.id, a.opened_on::text AS "openedOn", a.version, coalesce((SELECT e.balance FROM maintenance_entry e WHERE e.account_id = a.id ORDER BY e.no DESC LIMIT 1), 0)::text AS balance
    FROM maintenance_account a WHERE a.compound_id = ${compoundId}::uuid`;
  return { ...compound, compoundId, account: account ? { ...account, balance: BigInt(account.balance) } : null };
}

async function shown(tx: Tx, actor: Actor, compoundId: string, isNew = true): Promise<Answer<MaintenanceFund>> {
  const fund = await maintenanceFund(tx, actor, compoundId);
  if (!fund) return notFound();
  return (isNew ? created : done)(fund, fund.account ? { version: fund.account.version } : {});
}

/** 建立专项维修资金账户: from here on the survey says that the compound has one. */
export async function openAccount(
  tx: Tx,
  actor: Actor,
  compoundId: string,
  { bank, number, openedOn, fileId }: AccountInput,
): Promise<Answer<MaintenanceFund>> {
  const held = await hold(tx, actor, compoundId);
  if (!held) return notFound();
  const against = openingReasons({ exists: held.account !== null, openedOn, today: held.today });
  if (against.length > 0) return refused(against);
  const file = fileId ? await attachFile(tx, actor, compoundId, { fileId, kind: 'document' }) : null;
  if (file && !file.ok) return file;
  await tx.$executeRaw`
    INSERT INTO maintenance_account (compound_id, county_id, bank, number_masked, opened_on, file_id, created_by)
    VALUES (${compoundId}::uuid, ${held.countyId}::uuid, ${bank}, ${maskedNumber(number)}, ${openedOn}::date, ${fileId ?? null}::uuid, ${actor.accountId}::uuid)`;
  await tx.$executeRaw`
    UPDATE compound SET has_maintenance_fund = true, version = version + 1, updated_at = anju_now(), updated_by = ${actor.accountId}::uuid
    WHERE id = ${compoundId}::uuid AND has_maintenance_fund IS DISTINCT FROM true`;
  await reassess(tx, [compoundId]);
  return shown(tx, actor, compoundId);
}

/** What was written wrong about the account is put right; its entries stay. */
export async function correctAccount(
  tx: Tx,
  actor: Actor,
  { compoundId, version }: { compoundId: string; version: number },
  { bank, number, openedOn }: AccountUpdate,
): Promise<Answer<MaintenanceFund>> {
  const held = await hold(tx, actor, compoundId);
  if (!held?.account) return notFound();
  if (held.account.version !== version) {
    const theirs = await maintenanceFund(tx, actor, compoundId);
    const yours = { bank, number: number && maskedNumber(number), openedOn };
    return conflict(theirs?.account, yours, held.account.version);
  }
  const against = openedOn ? openingReasons({ exists: false, openedOn, today: held.today }) : [];
  if (against.length > 0) return refused(against);
  await tx.$executeRaw`
    UPDATE maintenance_account SET bank = coalesce(${bank ?? null}, bank), number_masked = coalesce(${number ? maskedNumber(number) : null}, number_masked),
      opened_on = coalesce(${openedOn ?? null}::date, opened_on), version = version + 1, updated_at = anju_now() WHERE id = ${held.account.id}::uuid`;
  return shown(tx, actor, compoundId, false);
}

/** 缴存 and 支用. Nothing of it is posted to a project's ledger. */
export async function recordEntry(
  tx: Tx,
  actor: Actor,
  compoundId: string,
  input: EntryInput,
): Promise<Answer<MaintenanceFund>> {
  const held = await hold(tx, actor, compoundId);
  if (!held) return notFound();
  const { account, today } = held;
  const { kind, amount, entryOn, voucherNo, counterparty, note = null } = input;
  const used = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM maintenance_entry WHERE account_id = ${account?.id ?? null}::uuid AND voucher_no = ${voucherNo}`;
  const facts = { account, kind, amount, entryOn, today, voucherNo, voucherUsed: used.length > 0, note };
  const against = entryReasons(facts);
  if (against.length > 0 || !account) return refused(against);
  await tx.$executeRaw`
    INSERT INTO maintenance_entry (account_id, compound_id, county_id, kind, amount, entry_on, voucher_no, counterparty, note, recorded_by)
    VALUES (${account.id}::uuid, ${compoundId}::uuid, ${held.countyId}::uuid, ${kind}, ${amount}::bigint, ${entryOn}::date, ${voucherNo}, ${counterparty ?? null}, ${note}, ${actor.accountId}::uuid)`;
  return shown(tx, actor, compoundId);
}

interface Stood {
  kind: 'deposit' | 'withdrawal' | 'reversal';
  amount: string;
  entryOn: CalendarDate;
  voucherNo: string;
  reversed: boolean;
}

/** 冲销: a second entry takes the first one back. */
export async function reverseEntry(
  tx: Tx,
  actor: Actor,
  { compoundId, id }: { compoundId: string; id: string },
  { entryOn: on, reason: why }: EntryReversal,
): Promise<Answer<MaintenanceFund>> {
  const held = await hold(tx, actor, compoundId);
  const account = held?.account;
  if (!held || !account) return notFound();
  const [stood] = await tx.$queryRaw<Stood[]>`
    SELECT e.kind, e.amount::text AS amount, e.entry_on::text AS "entryOn", e.voucher_no AS "voucherNo", EXISTS (SELECT 1 FROM maintenance_entry r WHERE r.reverses_id = e.id) AS reversed
    FROM maintenance_entry e WHERE e.id = ${id}::uuid AND e.account_id = ${account.id}::uuid`;
  if (!stood) return notFound();
  const against = reversalReasons({ ...stood, account, amount: BigInt(stood.amount), on, today: held.today });
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: 'maintenance.reverse', reason: why });
  await tx.$executeRaw`
    INSERT INTO maintenance_entry (account_id, compound_id, county_id, kind, amount, entry_on, voucher_no, note, reverses_id, recorded_by)
    VALUES (${account.id}::uuid, ${compoundId}::uuid, ${held.countyId}::uuid, 'reversal', ${BigInt(stood.amount)}::bigint, ${on}::date, ${`${stood.voucherNo}-冲`}, ${why}, ${id}::uuid,
      ${actor.accountId}::uuid)`;
  return shown(tx, actor, compoundId);
}
