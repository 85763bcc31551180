import 'server-only';
import type { ContractFacts, PostingFacts } from '@/lib/domain/funds/posting';
import type { Pot, Reversible } from '@/lib/domain/funds/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import type { Writer } from '@/lib/server/db/with-writer';
import { type HeldProject, lockProject } from '@/lib/server/projects/lock';
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

interface Standing {
  receivable: string;
  cash: string;
  pool: string;
  pending: string;
  voucherUsed: boolean;
  /** each household's due is set */
  ofHouseholds: boolean;
}

const ofPot = (a: string, { source, kind, earmark }: Pot) =>
  Prisma.sql`${Prisma.raw(a)}.source = ${source} AND ${Prisma.raw(a)}.fund_kind = ${kind} AND ${Prisma.raw(a)}.earmark = ${earmark}`;

/** Requests that wait for their second person; of a pot or of a contract. */
export const WAITS = Prisma.sql`o.status = 'submitted' AND o.reverses_id IS NULL`;
/** What of a contract (k) is asked for and waits. */
export const ASKED_OF_CONTRACT = Prisma.sql`CROSS JOIN LATERAL (SELECT coalesce(sum(o.amount), 0)::bigint AS sum FROM payment_order o WHERE o.project_id = k.project_id AND o.contract_id = k.id AND ${WAITS}) asked`;

/** Where money stands: a project's county and year are known, or are what its row says and need not be waited for. */
interface Place {
  id: Prisma.Sql;
  county: Prisma.Sql;
  year: Prisma.Sql;
}
const uuid = (id: string | null) => Prisma.sql`${id}::uuid`;
const placeKnown = ({ id, countyId, yearId }: { id: string | null; countyId: string; yearId: string }): Place => ({
  ...{ id: uuid(id), county: uuid(countyId), year: uuid(yearId) },
});
/** Who sees one county sees no project of another: its own is the project's, or there is none. */
const placeOfRow = ({ counties }: Actor, id: string): Place => ({
  id: uuid(id),
  county:
    counties.length === 1
      ? uuid(counties[0] ?? null)
      : Prisma.sql`(SELECT county_id FROM project WHERE id = ${id}::uuid)`,
  year: Prisma.sql`(SELECT programme_year_id FROM project WHERE id = ${id}::uuid)`,
});

/** A number stands once in a county: in an entry, or in a request that waits. */
const numberUsed = (county: Prisma.Sql, voucherNo: string, exceptOrder?: string) => Prisma.sql`
  (EXISTS (SELECT 1 FROM ledger_entry WHERE county_id = ${county} AND voucher_no = ${voucherNo})
    OR EXISTS (SELECT 1 FROM payment_order WHERE county_id = ${county} AND voucher_no = ${voucherNo} AND status = 'submitted'
      AND id IS DISTINCT FROM ${exceptOrder ?? null}::uuid))`;

const poolOf = ({ county, year }: Place, pot: Pot) => Prisma.sql`
  (SELECT coalesce(sum(a.balance), 0) FROM ledger_account a WHERE a.project_id IS NULL AND a.county_id = ${county} AND a.programme_year_id = ${year} AND a.class = 'pool' AND ${ofPot('a', pot)})`;

/** Once each household's due is set, the residents' own money is booked by what they owe and pay, and in no other way. */
const isOfHouseholds = ({ id }: Place, { source, kind }: Pot) =>
  source === 'residents' && kind === 'selfRaised'
    ? Prisma.sql`EXISTS (SELECT 1 FROM contribution_setting WHERE project_id = ${id})`
    : Prisma.sql`false`;

interface Question {
  pot: Pot;
  voucherNo?: string;
  exceptOrder?: string;
  withPool: boolean;
}

/** What stands in the accounts of a pot, what waits to be paid from it, and whether the number is taken: one question. */
async function standing(tx: Writer, place: Place, { pot, voucherNo, exceptOrder, withPool }: Question) {
  const used = voucherNo === undefined ? Prisma.sql`false` : numberUsed(place.county, voucherNo, exceptOrder);
  const [row] = await tx.$queryRaw<Standing[]>`
    SELECT coalesce(sum(a.balance) FILTER (WHERE a.class = 'receivable'), 0)::text AS receivable, coalesce(sum(a.balance) FILTER (WHERE a.class = 'cash'), 0)::text AS cash,
      (${withPool ? poolOf(place, pot) : Prisma.sql`0`})::text AS pool, ${used} AS "voucherUsed", ${isOfHouseholds(place, pot)} AS "ofHouseholds",
      (SELECT coalesce(sum(o.amount), 0)::text FROM payment_order o WHERE o.project_id = ${place.id} AND ${WAITS} AND ${ofPot('o', pot)}
        AND o.id IS DISTINCT FROM ${exceptOrder ?? null}::uuid) AS pending
    FROM ledger_account a WHERE a.project_id = ${place.id} AND a.class IN ('receivable', 'cash') AND ${ofPot('a', pot)}`;
  const of = (key: 'pool' | 'receivable' | 'cash' | 'pending') => BigInt(row?.[key] ?? 0);
  return {
    balance: { pool: of('pool'), receivable: of('receivable'), cash: of('cash') },
    pending: of('pending'),
    voucherUsed: row?.voucherUsed ?? false,
    ofHouseholds: row?.ofHouseholds ?? false,
  };
}

/** What stands in the accounts of a pot: the project's, and its county's pool of the year. */
export const balancesOf = async (
  tx: Writer,
  of: { id: string | null; countyId: string; yearId: string },
  pot: Pot,
): Promise<Pick<PostingFacts, 'balance' | 'pending'>> => {
  const { balance, pending } = await standing(tx, placeKnown(of), { pot, withPool: true });
  return { balance, pending };
};

export async function isVoucherUsed(
  tx: Writer,
  countyId: string,
  voucherNo: string,
  exceptOrder?: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    SELECT ${numberUsed(uuid(countyId), voucherNo, exceptOrder)} AS used`;
  return row?.used ?? false;
}

type ContractRow = Pick<ContractFacts, 'no' | 'status'> & Record<'amount' | 'paid' | 'pending', string>;

async function contractOf(
  tx: Writer,
  projectId: string,
  { contractId, exceptOrder }: Asked,
): Promise<ContractFacts | null> {
  const [row] = await tx.$queryRaw<ContractRow[]>`
    SELECT k.no, k.status, k.amount::text AS amount, coalesce(c.paid, 0)::text AS paid,
      (SELECT coalesce(sum(o.amount), 0)::text FROM payment_order o WHERE o.project_id = k.project_id AND o.contract_id = k.id AND ${WAITS} AND o.id IS DISTINCT FROM ${exceptOrder ?? null}::uuid) AS pending
    FROM contract k LEFT JOIN contract_paid c ON c.contract_id = k.id WHERE k.id = ${contractId}::uuid AND k.project_id = ${projectId}::uuid`;
  return row ? { ...row, amount: BigInt(row.amount), paid: BigInt(row.paid), pending: BigInt(row.pending) } : null;
}

/** Codes of what the plans in force of a project do. */
export async function plannedItems(reader: Reader, projectId: string): Promise<Set<string>> {
  const rows = await reader.$queryRaw<{ item: string }[]>`
    SELECT DISTINCT i.item FROM (${plansInForce(projectId)}) v JOIN plan_item i ON i.plan_id = v.id WHERE i.answer = 'todo'`;
  return new Set(rows.map(({ item }) => item));
}

/** All but what the project itself says. */
async function askFacts(tx: Writer, place: Place, projectId: string, asked: Asked) {
  const { movement, pot, voucherNo, contractId, exceptOrder, byHouseholds } = asked;
  const isPayment = movement === 'paid';
  const [{ ofHouseholds, ...sums }, contract, planned] = await Promise.all([
    standing(tx, place, { pot, voucherNo, exceptOrder, withPool: movement === 'assigned' }),
    isPayment && contractId ? contractOf(tx, projectId, asked) : null,
    isPayment ? plannedItems(tx, projectId) : new Set<string>(),
  ]);
  const isBooked = movement === 'allocated' || movement === 'received';
  return { ...sums, contract, planned, ofHouseholds: isBooked && !byHouseholds && ofHouseholds };
}

const factsOf = (
  { status, stage, today }: HeldProject,
  rulebook: Rulebook,
  { movement, pot, amount, entryOn, voucherNo, items = null }: Asked,
  found: Awaited<ReturnType<typeof askFacts>>,
): PostingFacts => ({
  ...{ movement, pot, amount, entryOn, voucherNo, today, items, rulebook, project: { status, stage } },
  ...found,
});

/** Read behind the project's lock: what is decided on is what stands. */
export async function postingFacts(tx: Writer, project: HeldProject, asked: Asked): Promise<PostingFacts> {
  const [rulebook, found] = await Promise.all([
    rulebookOf(tx, project.rulebookId),
    askFacts(tx, placeKnown(project), project.id, asked),
  ]);
  return factsOf(project, rulebook, asked, found);
}

/** The lock and what is read behind it, in one packet: the second is asked when the first is had. Null: not a project of the actor's. */
export async function holdForPosting(
  tx: Writer,
  actor: Actor,
  projectId: string,
  asked: Asked,
): Promise<{ project: HeldProject; facts: PostingFacts } | null> {
  const [project, found] = await Promise.all([
    lockProject(tx, actor, projectId),
    askFacts(tx, placeOfRow(actor, projectId), projectId, asked),
  ]);
  return project && { project, facts: factsOf(project, await rulebookOf(tx, project.rulebookId), asked, found) };
}
