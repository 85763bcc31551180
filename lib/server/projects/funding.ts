import 'server-only';
import { formatMoney, type Money } from '@/lib/domain/kernel/money';
import type { FundingView } from '@/lib/domain/projects/answers';
import { fundingBalance, fundingReasons } from '@/lib/domain/projects/funding';
import type { FundingInput } from '@/lib/domain/projects/schema';
import type { FundingAnswer } from '@/lib/domain/projects/works-answers';
import { FUNDING_SOURCES } from '@/lib/domain/rulebook/schema-funding';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { asSent } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { againstByHand } from '@/lib/server/sharing/queries';
import { type HeldProject, holdForWork } from './lock';
import { plansInForce } from './plan';
import { projectScope } from './scope';

type Row = Omit<FundingView, 'amount'> & { amount: string };

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<FundingView[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT f.id, f.source, f.kind, f.payer, f.amount::text AS amount, f.note, f.version FROM funding_line f
    WHERE f.retired_at IS NULL AND ${projectScope(actor, Prisma.sql`f.project_id`, Prisma.sql`f.county_id`)} AND ${where} ORDER BY f.created_at,
      array_position(${[...FUNDING_SOURCES]}::text[], f.source), f.kind, f.id`;
  return rows.map((row) => ({ ...row, amount: formatMoney(BigInt(row.amount)) }));
}

/** The lines, and their sum beside what the plans cost: to the fen. */
export async function fundingOf(reader: Reader, actor: Actor, projectId: string): Promise<FundingAnswer> {
  const [items, [planned], [kept]] = await Promise.all([
    read(reader, actor, Prisma.sql`f.project_id = ${projectId}::uuid`),
    reader.$queryRaw<
      { cost: string }[]
    >`SELECT coalesce(sum(cost), 0)::text AS cost FROM (${plansInForce(projectId)}) v`,
    reader.$queryRaw<
      { sum: string }[]
    >`SELECT funding_sum::text AS sum FROM project p WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)}`,
  ]);
  const sums: Money[] = [BigInt(kept?.sum ?? 0)];
  const { sum, cost, difference, state } = fundingBalance(sums, BigInt(planned?.cost ?? 0));
  return { items, sum: formatMoney(sum), cost: formatMoney(cost), difference: formatMoney(difference), state };
}

async function against(tx: Tx, project: HeldProject, { source, kind = null, amount }: FundingInput) {
  const rulebook = await rulebookOf(tx, project.rulebookId);
  return fundingReasons(rulebook.funding.sources, { source, kind, amount });
}

export async function addFunding(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: FundingInput,
): Promise<Answer<FundingView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const reasons = [...(await againstByHand(tx, projectId)), ...(await against(tx, held.value, input))];
  if (reasons.length > 0) return refused(reasons);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO funding_line (project_id, county_id, source, kind, payer, amount, note, created_by)
    VALUES (${projectId}::uuid, ${held.value.countyId}::uuid, ${input.source}, ${input.kind ?? null}, ${input.payer ?? null}, ${input.amount}::bigint, ${input.note ?? null},
      ${actor.accountId}::uuid) RETURNING id`;
  const [view] = await read(tx, actor, Prisma.sql`f.id = ${row?.id ?? ''}::uuid`);
  return view ? created(view, { version: view.version }) : notFound();
}

interface Which {
  projectId: string;
  id: string;
  version: number;
}

async function hold(
  tx: Tx,
  actor: Actor,
  { projectId, id, version }: Which,
  sent: unknown,
): Promise<Answer<{ project: HeldProject; line: FundingView }>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const [line] = await read(tx, actor, Prisma.sql`f.id = ${id}::uuid AND f.project_id = ${projectId}::uuid`);
  if (!line) return notFound();
  const byHand = await againstByHand(tx, projectId);
  if (byHand.length > 0) return refused(byHand);
  return line.version === version ? done({ project: held.value, line }) : conflict(line, sent, line.version);
}

export async function changeFunding(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: FundingInput,
): Promise<Answer<FundingView>> {
  const held = await hold(tx, actor, which, asSent(input));
  if (!held.ok) return held;
  const reasons = await against(tx, held.value.project, input);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE funding_line SET source = ${input.source}, kind = ${input.kind ?? null}, payer = ${input.payer ?? null}, amount = ${input.amount}::bigint, note = ${input.note ?? null},
      version = version + 1, updated_at = anju_now() WHERE id = ${which.id}::uuid`;
  const [view] = await read(tx, actor, Prisma.sql`f.id = ${which.id}::uuid`);
  return view ? done(view, { version: view.version }) : notFound();
}

/** A line that is no longer meant is taken out of the plan, with the reason in the audit. */
export async function retireFunding(tx: Tx, actor: Actor, which: Which, why: string): Promise<Answer<FundingView>> {
  const held = await hold(tx, actor, which, { reason: why });
  if (!held.ok) return held;
  await setAct(tx, { action: 'funding.retire', reason: why });
  await tx.$executeRaw`UPDATE funding_line SET retired_at = anju_now(), version = version + 1, updated_at = anju_now() WHERE id = ${which.id}::uuid`;
  return done({ ...held.value.line, version: which.version + 1 });
}
