import 'server-only';
import type { PlanAnswer, PlanDetail, WhatIfAnswer } from '@/lib/domain/annual/answers';
import { againstChange, againstConfirming, lockReasons } from '@/lib/domain/annual/plans';
import type { BudgetsInput, ConfirmInput, LockInput, PlanCreate } from '@/lib/domain/annual/schema';
import { againstTakingUp } from '@/lib/domain/annual/take-up';
import type { BudgetRow } from '@/lib/domain/annual/types';
import { differenceOf } from '@/lib/domain/annual/what-if';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, type Denied, done, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { draftOf, entriesOf, outcomeOf, planDetail } from './plan-detail';
import { counties, onePlan } from './plan-rows';
import { heldTwice, takeUp } from './take-up';
import { attached, todayOf, yearOf, yearUnknown } from './year';

/** A year's plan; where one is confirmed, its adjustment, which starts from it: the same money and minimum, and its projects locked in. */
export async function createPlan(tx: Tx, actor: Actor, input: PlanCreate): Promise<Answer<PlanDetail>> {
  const year = await yearOf(tx, actor, input.year);
  if (!year) return refused(yearUnknown(input.year));
  await tx.$queryRaw`SELECT 1 FROM programme_year WHERE id = ${year.id}::uuid FOR UPDATE`;
  const earlier = await tx.$queryRaw<{ id: string; no: number; status: string }[]>`
    SELECT id, no, status FROM annual_plan WHERE programme_year_id = ${year.id}::uuid ORDER BY no DESC`;
  const [former] = earlier;
  if (former?.status === 'draft') return refused([reason('annual.draftExists', { found: former.no })]);
  const no = (former?.no ?? 0) + 1;
  const title = input.title ?? `${input.year}年老旧小区改造项目年度实施计划${no > 1 ? `（第${no - 1}次调整）` : ''}`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO annual_plan (prefecture_id, programme_year_id, no, title, weights, created_by)
    VALUES (${actor.prefectureId}::uuid, ${year.id}::uuid, ${no}::int, ${title}, ${JSON.stringify(year.weights)}::jsonb, ${actor.accountId}::uuid) RETURNING id`;
  const id = row?.id ?? '';
  if (former) {
    await tx.$executeRaw`INSERT INTO annual_plan_budget (plan_id, prefecture_id, county_id, source, amount)
      SELECT ${id}::uuid, prefecture_id, county_id, source, amount FROM annual_plan_budget WHERE plan_id = ${former.id}::uuid`;
    // what was in stays in until somebody takes it out
    await tx.$executeRaw`INSERT INTO annual_plan_entry (plan_id, project_id, county_id, lock, lock_reason)
      SELECT ${id}::uuid, project_id, county_id, CASE WHEN chosen THEN 'in' ELSE lock END, CASE WHEN chosen THEN ${`第${former.no}版已列入`} ELSE lock_reason END
      FROM annual_plan_entry WHERE plan_id = ${former.id}::uuid AND (chosen OR lock = 'out')`;
    await tx.$executeRaw`INSERT INTO county_target (plan_id, county_id, minimum) SELECT ${id}::uuid, county_id, minimum FROM county_target WHERE plan_id = ${former.id}::uuid`;
  }
  const made = await planDetail(tx, actor, id);
  return made ? created(made, { version: made.version }) : notFound();
}

/** A draft behind its lock, as the person saw it. */
async function locked(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  sent: unknown,
): Promise<{ answer: Denied } | { plan: PlanAnswer }> {
  await tx.$queryRaw`SELECT 1 FROM annual_plan WHERE id = ${id}::uuid AND prefecture_id = ${actor.prefectureId}::uuid FOR UPDATE`;
  const plan = await onePlan(tx, actor, id);
  if (!plan) return { answer: notFound() };
  if (plan.version !== version) return { answer: conflict(await planDetail(tx, actor, id), sent, plan.version) };
  const reasons = againstChange(plan);
  return reasons.length > 0 ? { answer: refused(reasons) } : { plan };
}

const touched = (tx: Tx, id: string) =>
  tx.$executeRaw`UPDATE annual_plan SET version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;

async function answered(tx: Tx, actor: Actor, id: string): Promise<Answer<PlanDetail>> {
  const saved = await planDetail(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

const rowsOf = ({ budgets }: BudgetsInput): BudgetRow[] => {
  const found = new Map(budgets.map((row) => [`${row.countyId} ${row.source}`, row]));
  return [...found.values()];
};

/** Counties named here that are not the prefecture's. */
async function strangers(reader: Reader, actor: Actor, { budgets, minimum }: BudgetsInput): Promise<boolean> {
  const known = new Set((await counties(reader, actor)).map(({ id }) => id));
  return [...budgets, ...minimum].some(({ countyId }) => countyId !== null && !known.has(countyId));
}

/** The year's money as a whole: what is not named has none. */
export async function writeBudgets(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: BudgetsInput,
): Promise<Answer<PlanDetail>> {
  const sent = { ...input, budgets: input.budgets.map((row) => ({ ...row, amount: formatHundredths(row.amount) })) };
  const found = await locked(tx, actor, id, version, sent);
  if ('answer' in found) return found.answer;
  if (await strangers(tx, actor, input)) return notFound();
  const rows = rowsOf(input).map((row) => ({ ...row, amount: row.amount.toString() }));
  await tx.$executeRaw`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("countyId" uuid, source text, amount bigint)),
      gone AS (UPDATE annual_plan_budget b SET amount = 0, version = version + 1 WHERE b.plan_id = ${id}::uuid AND b.amount <> 0
        AND NOT EXISTS (SELECT 1 FROM given g WHERE g."countyId" IS NOT DISTINCT FROM b.county_id AND g.source = b.source))
    INSERT INTO annual_plan_budget (plan_id, prefecture_id, county_id, source, amount)
    SELECT ${id}::uuid, ${actor.prefectureId}::uuid, "countyId", source, amount FROM given
    ON CONFLICT (plan_id, county_id, source) DO UPDATE SET amount = EXCLUDED.amount, version = annual_plan_budget.version + 1 WHERE annual_plan_budget.amount <> EXCLUDED.amount`;
  await tx.$executeRaw`
    INSERT INTO county_target (plan_id, county_id, minimum)
    SELECT ${id}::uuid, "countyId", minimum FROM jsonb_to_recordset(${JSON.stringify(input.minimum)}::jsonb) AS g("countyId" uuid, minimum int)
    ON CONFLICT (plan_id, county_id) DO UPDATE SET minimum = EXCLUDED.minimum, version = county_target.version + 1 WHERE county_target.minimum <> EXCLUDED.minimum`;
  await touched(tx, id);
  return answered(tx, actor, id);
}

/** A project locked in or out, with the reason; null takes the lock away. */
export async function lockEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  projectId: string,
  version: number,
  input: LockInput,
): Promise<Answer<PlanDetail>> {
  const found = await locked(tx, actor, id, version, input);
  if ('answer' in found) return found.answer;
  const why = input.lock ? (input.reason ?? null) : null;
  const unexplained = lockReasons(input.lock, why);
  const draft = await draftOf(tx, actor, found.plan);
  if (!draft?.ranked.some(({ candidate }) => candidate.id === projectId)) return notFound();
  if (unexplained.length > 0) return refused(unexplained);
  await tx.$executeRaw`
    INSERT INTO annual_plan_entry (plan_id, project_id, county_id, lock, lock_reason)
    SELECT ${id}::uuid, p.id, p.county_id, ${input.lock}, ${why} FROM project p WHERE p.id = ${projectId}::uuid
    ON CONFLICT (plan_id, project_id) DO UPDATE SET lock = EXCLUDED.lock, lock_reason = EXCLUDED.lock_reason, version = annual_plan_entry.version + 1`;
  await touched(tx, id);
  return answered(tx, actor, id);
}

/** 确定: by document. What was decided and why is kept with the plan, and each county's target comes from it; its projects are of its year. */
export async function confirmPlan(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: ConfirmInput,
): Promise<Answer<PlanDetail>> {
  const found = await locked(tx, actor, id, version, input);
  if ('answer' in found) return found.answer;
  const { plan } = found;
  if (input.fileId && !(await attached(tx, input.fileId))) return notFound();
  // nobody withdraws an application while the plan that holds it is confirmed
  await tx.$queryRaw`
    SELECT 1 FROM project WHERE id IN (SELECT a.project_id FROM application a JOIN annual_plan l ON l.programme_year_id = a.programme_year_id
      WHERE l.id = ${id}::uuid AND a.status = 'accepted') ORDER BY id FOR NO KEY UPDATE`;
  const draft = await draftOf(tx, actor, plan);
  if (!draft) return notFound();
  const outcome = outcomeOf(draft);
  const today = calendarDateOf(await todayOf(tx));
  const confirmation = {
    documentNo: input.documentNo,
    documentOn: calendarDateOf(input.documentOn),
    reason: input.reason ?? null,
  };
  const chosen = outcome.verdicts.filter((one) => one.chosen).map(({ id: project }) => project);
  const reasons = [
    ...againstConfirming(plan, confirmation, outcome, today),
    ...againstTakingUp(await heldTwice(tx, id, chosen)),
  ];
  if (reasons.length > 0) return refused(reasons);
  const frozen = entriesOf(draft, outcome).map(({ lock: _, lockReason: __, verdict, ...score }) => ({
    projectId: score.project.id,
    chosen: verdict?.chosen ?? false,
    rank: score.rank,
    score,
    why: verdict,
  }));
  await tx.$executeRaw`
    INSERT INTO annual_plan_entry (plan_id, project_id, county_id, chosen, rank, score, why)
    SELECT ${id}::uuid, p.id, p.county_id, g.chosen, g.rank, g.score, g.why
    FROM jsonb_to_recordset(${JSON.stringify(frozen)}::jsonb) AS g("projectId" uuid, chosen boolean, rank int, score jsonb, why jsonb) JOIN project p ON p.id = g."projectId"
    ON CONFLICT (plan_id, project_id) DO UPDATE SET chosen = EXCLUDED.chosen, rank = EXCLUDED.rank, score = EXCLUDED.score, why = EXCLUDED.why, version = annual_plan_entry.version + 1`;
  await tx.$executeRaw`
    INSERT INTO county_target (plan_id, county_id, compounds, households)
    SELECT ${id}::uuid, u.id, coalesce(sum((e.score #>> '{project,compounds}')::int), 0), coalesce(sum((e.score #>> '{project,households}')::int), 0)
    FROM unit u LEFT JOIN annual_plan_entry e ON e.county_id = u.id AND e.plan_id = ${id}::uuid AND e.chosen
    WHERE u.kind = 'county' AND u.prefecture_id = ${actor.prefectureId}::uuid AND u.id = ANY(${[...actor.counties]}::uuid[]) GROUP BY u.id
    ON CONFLICT (plan_id, county_id) DO UPDATE SET compounds = EXCLUDED.compounds, households = EXCLUDED.households, version = county_target.version + 1`;
  await tx.$executeRaw`
    UPDATE annual_plan SET status = 'confirmed', title = ${input.title ?? plan.title}, document_no = ${input.documentNo}, document_on = ${input.documentOn}::date,
      file_id = ${input.fileId ?? null}::uuid, reason = ${confirmation.reason}, weights = ${JSON.stringify(draft.year.weights)}::jsonb, confirmed_at = anju_now(),
      confirmed_by = ${actor.accountId}::uuid, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  await takeUp(tx, actor, id, chosen, input);
  return answered(tx, actor, id);
}

/** What other money would change; nothing is written. Only whoever sees all counties can know. */
export async function whatIf(
  reader: Reader,
  actor: Actor,
  id: string,
  input: BudgetsInput,
): Promise<Answer<WhatIfAnswer>> {
  const plan = await onePlan(reader, actor, id);
  const draft = plan && (await draftOf(reader, actor, plan));
  if (!plan || !draft) return notFound();
  if (actor.level !== 'prefecture') return refused([reason('annual.wholePrefecture')]);
  const reasons = againstChange(plan);
  if (reasons.length > 0) return refused(reasons);
  if (await strangers(reader, actor, input)) return notFound();
  const named = new Map(
    draft.ranked.map(({ candidate: { id: key, code, name, preference } }) => [
      key,
      { id: key, code, name, preference: preference && formatHundredths(BigInt(preference.points)) },
    ]),
  );
  const minimum = new Map(input.minimum.map((one) => [one.countyId, one.minimum]));
  const now = outcomeOf(draft);
  const then = outcomeOf(draft, { budgets: rowsOf(input), ...(input.minimum.length > 0 ? { minimum } : {}) });
  const difference = differenceOf(now, then);
  const names = (ids: string[]) => ids.flatMap((key) => named.get(key) ?? []);
  return done({
    chosen: then.verdicts.filter(({ chosen }) => chosen).length,
    was: now.verdicts.filter(({ chosen }) => chosen).length,
    comesIn: names(difference.comesIn),
    fallsOut: names(difference.fallsOut),
    lockShort: then.lockShort.length,
    minimumShort: then.minimumShort.length,
  });
}
