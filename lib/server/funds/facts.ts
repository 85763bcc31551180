import 'server-only';
import type { ContractFacts, PostingFacts } from '@/lib/domain/funds/posting';
import type { Pot, Reversible } from '@/lib/domain/funds/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import type { Writer } from '@/lib/server/db/with-writer';
import type { HeldProject } from '@/lib/server/projects/lock';
import { plansInForce } from '@/lib/server/projects/plan';

export interface Asked {
  movement: Reversible;
  pot: Pot;
  amount: bigint;
  entryOn: CalendarDate;
  voucherNo: string;
  contractId?: string | null;
  items?: PostingFacts['items'];
  /** the request that is being decided: it does not stand in its own way */
  exceptOrder?: string;
  /** posted by what a household owes or pays */
  byHouseholds?: boolean;
}

interface Row {
  voucherUsed: boolean;
  receivable: string;
  cash: string;
  pool: string;
  pending: string;
  contract: { no: string; status: 'active' | 'ended'; amount: string; paid: string } | null;
  planned: string[];
}

const ofPot = (a: string, { source, kind, earmark }: Pot) =>
  Prisma.sql`${Prisma.raw(a)}.source = ${source} AND ${Prisma.raw(a)}.fund_kind = ${kind} AND ${Prisma.raw(a)}.earmark = ${earmark}`;

/** What stands in the accounts of a pot: the project's, and its county's pool of the year. */
export async function balancesOf(
  tx: Writer,
  { id, countyId, yearId }: { id: string | null; countyId: string; yearId: string },
  pot: Pot,
  exceptOrder?: string,
): Promise<Pick<PostingFacts, 'balance' | 'pending'>> {
  const [row] = await tx.$queryRaw<Pick<Row, 'receivable' | 'cash' | 'pool' | 'pending'>[]>`
    SELECT coalesce(sum(a.balance) FILTER (WHERE a.class = 'receivable'), 0)::text AS receivable, coalesce(sum(a.balance) FILTER (WHERE a.class = 'cash'), 0)::text AS cash,
      coalesce(sum(a.balance) FILTER (WHERE a.class = 'pool'), 0)::text AS pool,
      (SELECT coalesce(sum(o.amount), 0)::text FROM payment_order o WHERE o.project_id = ${id}::uuid AND o.status = 'submitted' AND o.reverses_id IS NULL AND ${ofPot('o', pot)}
        AND o.id IS DISTINCT FROM ${exceptOrder ?? null}::uuid) AS pending
    FROM ledger_account a WHERE ${ofPot('a', pot)} AND ((a.project_id = ${id}::uuid AND a.class IN ('receivable', 'cash'))
      OR (a.project_id IS NULL AND a.county_id = ${countyId}::uuid AND a.programme_year_id = ${yearId}::uuid AND a.class = 'pool'))`;
  const of = (key: 'pool' | 'receivable' | 'cash') => BigInt(row?.[key] ?? 0);
  return {
    balance: { pool: of('pool'), receivable: of('receivable'), cash: of('cash') },
    pending: BigInt(row?.pending ?? 0),
  };
}

/** A number stands once in a county: in an entry, or in a request that waits. */
export async function isVoucherUsed(
  tx: Writer,
  countyId: string,
  voucherNo: string,
  exceptOrder?: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM ledger_entry WHERE county_id = ${countyId}::uuid AND voucher_no = ${voucherNo})
      OR EXISTS (SELECT 1 FROM payment_order WHERE county_id = ${countyId}::uuid AND voucher_no = ${voucherNo} AND status = 'submitted'
        AND id IS DISTINCT FROM ${exceptOrder ?? null}::uuid) AS used`;
  return row?.used ?? false;
}

async function contractOf(tx: Writer, projectId: string, contractId: string): Promise<ContractFacts | null> {
  const [row] = await tx.$queryRaw<NonNullable<Row['contract']>[]>`
    SELECT k.no, k.status, k.amount::text AS amount, coalesce(c.paid, 0)::text AS paid FROM contract k LEFT JOIN contract_paid c ON c.contract_id = k.id
    WHERE k.id = ${contractId}::uuid AND k.project_id = ${projectId}::uuid`;
  return row ? { ...row, amount: BigInt(row.amount), paid: BigInt(row.paid) } : null;
}

/** Codes of what the plans in force of a project do. */
export async function plannedItems(reader: Reader, projectId: string): Promise<Set<string>> {
  const rows = await reader.$queryRaw<{ item: string }[]>`
    SELECT DISTINCT i.item FROM (${plansInForce(projectId)}) v JOIN plan_item i ON i.plan_id = v.id WHERE i.answer = 'todo'`;
  return new Set(rows.map(({ item }) => item));
}

/** Once each household's due is set, the residents' own money is booked by what they owe and pay, and in no other way. */
async function isOfHouseholds(tx: Writer, projectId: string, { source, kind }: Pot): Promise<boolean> {
  if (source !== 'residents' || kind !== 'selfRaised') return false;
  const [row] = await tx.$queryRaw<{ set: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM contribution_setting WHERE project_id = ${projectId}::uuid) AS set`;
  return row?.set ?? false;
}

/** Read behind the project's lock: what is decided on is what stands. */
export async function postingFacts(tx: Writer, project: HeldProject, asked: Asked): Promise<PostingFacts> {
  const { movement, pot, amount, entryOn, voucherNo, contractId, items = null, exceptOrder, byHouseholds } = asked;
  const isPayment = movement === 'paid';
  const isBooked = movement === 'allocated' || movement === 'received';
  const [rulebook, sums, voucherUsed, contract, planned, ofHouseholds] = await Promise.all([
    rulebookOf(tx, project.rulebookId),
    balancesOf(tx, project, pot, exceptOrder),
    isVoucherUsed(tx, project.countyId, voucherNo, exceptOrder),
    isPayment && contractId ? contractOf(tx, project.id, contractId) : null,
    isPayment ? plannedItems(tx, project.id) : new Set<string>(),
    isBooked && !byHouseholds ? isOfHouseholds(tx, project.id, pot) : false,
  ]);
  const { status, stage, today } = project;
  return {
    ...{
      movement,
      pot,
      amount,
      entryOn,
      voucherNo,
      voucherUsed,
      today,
      contract,
      items,
      planned,
      rulebook,
      ofHouseholds,
    },
    project: { status, stage },
    ...sums,
  };
}
