import 'server-only';
import { bookedReasons, type Dues, type Dwelling, duesOf, type FormerDue } from '@/lib/domain/contributions/dues';
import { againstCollecting } from '@/lib/domain/contributions/payments';
import type { DuesInput } from '@/lib/domain/contributions/schema';
import { sumMoney } from '@/lib/domain/kernel/money';
import { reason } from '@/lib/domain/kernel/result';
import type { ShareRule } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { dwellingSql } from '@/lib/server/db/dwelling-sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { post, reverse } from '@/lib/server/funds/post';
import { type HeldProject, lockProject } from '@/lib/server/projects/lock';
import { agreedResidentAmounts } from '@/lib/server/sharing/queries';
import { progressOf } from './progress';

/** What the ledger calls the residents' own money (各户自筹). */
export const POT = { source: 'residents', kind: 'selfRaised', earmark: 'general' } as const;

interface Setting {
  no: number;
  amount: string;
  entryId: string;
  voucherNo: string;
}

const homesOf = async (tx: Tx, compoundId: string): Promise<Dwelling[]> =>
  (
    await tx.$queryRaw<{ id: string; name: string; area: string | null }[]>`
      SELECT h.id, ${dwellingSql('b.name', 'h.unit_no', 'h.room')} AS name, h.exclusive_area::text AS area FROM household h JOIN building b ON b.id = h.building_id
      WHERE h.compound_id = ${compoundId}::uuid AND h.status = 'active' AND b.status = 'active' ORDER BY b.sort_key, h.sort_key, h.id`
  ).map(({ area, ...home }) => ({ ...home, area: area === null ? null : BigInt(area) }));

const formerOf = async (tx: Tx, projectId: string, compoundId: string): Promise<FormerDue[]> =>
  (
    await tx.$queryRaw<{ id: string; name: string; amount: string; paid: string }[]>`
      SELECT d.household_id AS id, ${dwellingSql('b.name', 'h.unit_no', 'h.room')} AS name, d.amount::text AS amount, d.paid::text AS paid
      FROM contribution_due d JOIN household h ON h.id = d.household_id JOIN building b ON b.id = h.building_id
      WHERE d.project_id = ${projectId}::uuid AND d.compound_id = ${compoundId}::uuid ORDER BY b.sort_key, h.sort_key, h.id`
  ).map((row) => ({ ...row, amount: BigInt(row.amount), paid: BigInt(row.paid) }));

async function latestSetting(tx: Tx, projectId: string, compoundId: string): Promise<Setting | null> {
  const [row] = await tx.$queryRaw<Setting[]>`
    SELECT no, amount::text AS amount, entry_id AS "entryId", voucher_no AS "voucherNo" FROM contribution_setting
    WHERE project_id = ${projectId}::uuid AND compound_id = ${compoundId}::uuid ORDER BY no DESC LIMIT 1`;
  return row ?? null;
}

interface Told {
  project: HeldProject;
  compound: string;
  amount: bigint;
  why: string | null;
}

/** A number of its own in the county, and the receipts of households have others. */
async function nextVoucher(tx: Tx, projectId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ code: string; n: number }[]>`
    SELECT p.code, (SELECT count(*)::int + 1 FROM contribution_setting s WHERE s.project_id = p.id) AS n FROM project p WHERE p.id = ${projectId}::uuid`;
  return `居民出资-${row?.code ?? ''}-${row?.n ?? 1}`;
}

/**
 * One entry of the ledger stands for each compound. Where the sum is another, the new one is posted before the former is taken back: what has
 * been received is allocated at every moment.
 */
async function allocate(
  tx: Tx,
  actor: Actor,
  told: Told,
  former: Setting | null,
): Promise<Answer<{ entryId: string; voucherNo: string }>> {
  const { project, compound, amount, why } = told;
  if (former && BigInt(former.amount) === amount) return done({ entryId: former.entryId, voucherNo: former.voucherNo });
  const voucherNo = await nextVoucher(tx, project.id);
  const posted = await post(tx, actor, project.id, {
    ...{ movement: 'allocated', ...POT, amount, entryOn: project.today, voucherNo },
    ...{ counterparty: compound, note: '各户应缴', byHouseholds: true },
  });
  if (!posted.ok) return posted;
  if (former) {
    const back = { entryOn: project.today, voucherNo: `${former.voucherNo}-冲`, note: why ?? '', byHousehold: true };
    const reversed = await reverse(tx, actor, former.entryId, back);
    if (!reversed.ok) return reversed;
  }
  return done({ entryId: posted.value.id, voucherNo });
}

interface Kept {
  compoundId: string;
  rule: ShareRule;
  dues: Dues;
  homes: readonly Dwelling[];
  no: number;
  why: string | null;
  entry: { entryId: string; voucherNo: string };
}

async function keep(tx: Tx, actor: Actor, projectId: string, kept: Kept): Promise<void> {
  const { compoundId, rule, dues, homes, no, why, entry } = kept;
  const area = homes.reduce((sum, home) => sum + (home.area ?? 0n), 0n);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO contribution_setting (project_id, compound_id, county_id, no, rule, amount, households, area, reason, voucher_no, entry_id, set_by)
    SELECT ${projectId}::uuid, c.id, c.county_id, ${no}::int, ${rule}, ${sumMoney(dues.values())}::bigint, ${dues.size}::int, ${area}::bigint, ${why}, ${entry.voucherNo}, ${entry.entryId}::uuid,
      ${actor.accountId}::uuid FROM compound c WHERE c.id = ${compoundId}::uuid RETURNING id`;
  const shares = homes.map(({ id, area: own }) => ({
    id,
    area: String(own ?? 0n),
    amount: String(dues.get(id) ?? 0n),
  }));
  await tx.$executeRaw`
    INSERT INTO contribution_share (setting_id, household_id, building_id, compound_id, county_id, area, amount)
    SELECT s.id, h.id, h.building_id, s.compound_id, s.county_id, (one ->> 'area')::bigint, (one ->> 'amount')::bigint
    FROM jsonb_array_elements(${JSON.stringify(shares)}::jsonb) one JOIN household h ON h.id = (one ->> 'id')::uuid JOIN contribution_setting s ON s.id = ${row?.id ?? ''}::uuid`;
}

/** Money of the residents' own that was allocated as one sum, and not by what households owe: it would count twice. */
export async function bookedApart(reader: Reader, projectId: string): Promise<bigint> {
  const [row] = await reader.$queryRaw<{ sum: string }[]>`
    SELECT coalesce(sum(e.amount), 0)::text AS sum FROM ledger_entry e
    WHERE e.project_id = ${projectId}::uuid AND e.kind = 'allocated' AND e.source = ${POT.source} AND e.fund_kind = ${POT.kind}
      AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id) AND NOT EXISTS (SELECT 1 FROM contribution_setting s WHERE s.entry_id = e.id)`;
  return BigInt(row?.sum ?? 0);
}

/** 确定各户应缴: the agreed amount over the households of the register as it is today. */
export async function setDues(tx: Tx, actor: Actor, projectId: string, { compoundId, reason: said }: DuesInput) {
  const project = await lockProject(tx, actor, projectId);
  if (!project) return notFound();
  const [member] = await tx.$queryRaw<{ name: string }[]>`
    SELECT c.name FROM project_compound m JOIN compound c ON c.id = m.compound_id
    WHERE m.project_id = ${projectId}::uuid AND m.compound_id = ${compoundId}::uuid AND m.live`;
  if (!member) return refused([reason('contribution.notOfProject', undefined, { field: 'compoundId' })]);
  const agreed = (await agreedResidentAmounts(tx, projectId)).find((one) => one.compoundId === compoundId);
  const rule = agreed?.rule ?? 'area';
  const why = said ?? null;
  const homes = await homesOf(tx, compoundId);
  const former = await formerOf(tx, projectId, compoundId);
  const decided = duesOf({ amount: agreed?.amount ?? null, rule, homes, former, reason: why });
  const against = [
    ...againstCollecting(project.status),
    ...bookedReasons(await bookedApart(tx, projectId)),
    ...(decided.ok ? [] : decided.reasons),
  ];
  if (!decided.ok || against.length > 0) return refused(against);
  const latest = await latestSetting(tx, projectId, compoundId);
  const told = { project, compound: member.name, amount: agreed?.amount ?? 0n, why };
  const entry = await allocate(tx, actor, told, latest);
  if (!entry.ok) return entry;
  const no = (latest?.no ?? 0) + 1;
  await keep(tx, actor, projectId, {
    compoundId,
    rule,
    dues: decided.value,
    homes,
    no,
    why: no === 1 ? null : why,
    entry: entry.value,
  });
  const progress = await progressOf(tx, actor, projectId, compoundId);
  return progress ? created(progress) : notFound();
}
