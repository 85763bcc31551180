import 'server-only';
import { createHash } from 'node:crypto';
import type { PlanView } from '@/lib/domain/plans/answers';
import { copyOf, copyReasons } from '@/lib/domain/plans/copy';
import { againstFinal } from '@/lib/domain/plans/final';
import type { PlanCellsInput, PlanCopy, PlanCreate, PlanUpdate } from '@/lib/domain/plans/schema';
import { againstNewPlan, againstWriting } from '@/lib/domain/plans/standing';
import type { PlanCell } from '@/lib/domain/plans/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, type Denied, done, notFound, refused } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { type PlanFacts, planFacts } from './read';
import { cellView } from './rows';
import { planView } from './view';
import { reasonsAgainst, takePhotos, writeCells } from './write-cells';

async function answered(tx: Tx, actor: Actor, id: string): Promise<Answer<PlanView>> {
  const saved = await planView(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

interface Ground {
  name: string;
  status: string;
  eligibility: string;
  next: number;
  latest: string | null;
  draft: number | null;
}

/** A new version: from the latest one, so that only what changes is written anew, or empty. */
export async function createPlan(tx: Tx, actor: Actor, input: PlanCreate): Promise<Answer<PlanView>> {
  await tx.$queryRaw`SELECT 1 FROM compound WHERE id = ${input.compoundId}::uuid FOR UPDATE`;
  const [compound] = await tx.$queryRaw<Ground[]>`
    SELECT c.name, c.status, c.eligibility, coalesce(max(p.no), 0)::int + 1 AS next, (array_agg(p.id ORDER BY p.no DESC))[1] AS latest, max(p.no) FILTER (WHERE p.status = 'draft') AS draft
    FROM compound c LEFT JOIN compound_plan p ON p.compound_id = c.id WHERE c.id = ${input.compoundId}::uuid AND c.county_id = ANY(${[...actor.counties]}::uuid[]) GROUP BY c.id`;
  if (!compound) return notFound();
  const reasons = againstNewPlan(compound);
  if (reasons.length > 0) return refused(reasons);
  const { id: rulebookId } = await rulebookInForce(tx);
  const title = input.title ?? `${compound.name}改造方案`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO compound_plan (compound_id, county_id, rulebook_id, no, title, created_by)
    SELECT id, county_id, ${rulebookId}::uuid, ${compound.next}::int, ${title}, ${actor.accountId}::uuid FROM compound WHERE id = ${input.compoundId}::uuid RETURNING id`;
  const id = row?.id ?? '';
  if (input.from === 'latest' && compound.latest) await takeOver(tx, actor, compound.latest, id);
  const made = await planView(tx, actor, id);
  return made ? created(made, { version: made.version }) : notFound();
}

/** Answers of the former version, of buildings in use and items that there still are. */
async function takeOver(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  const [former, made] = [await planFacts(tx, actor, from), await planFacts(tx, actor, to)];
  if (!former || !made) return;
  const cells = former.cells.filter(({ answer }) => answer !== 'none');
  const kept = cells.filter((cell) => reasonsAgainst(made, [cell]).length === 0);
  if (kept.length > 0) await writeCells(tx, to, kept);
}

/** Behind a lock, as the person saw it, and still a draft of a compound in use. `sent`: what comes back beside theirs when somebody was faster. */
async function draft(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  sent: (facts: PlanFacts) => { theirs: unknown; yours: unknown },
): Promise<{ answer: Denied } | { facts: PlanFacts }> {
  await tx.$queryRaw`SELECT 1 FROM compound_plan WHERE id = ${id}::uuid FOR UPDATE`;
  const facts = await planFacts(tx, actor, id);
  if (!facts) return { answer: notFound() };
  if (facts.version !== version) {
    const { theirs, yours } = sent(facts);
    return { answer: conflict(theirs, yours, facts.version) };
  }
  const reasons = againstWriting(facts);
  return reasons.length > 0 ? { answer: refused(reasons) } : { facts };
}

const touched = async (tx: Tx, id: string): Promise<void> => {
  await tx.$executeRaw`UPDATE compound_plan SET version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
};

/** What stands now at the places that somebody wanted to write. */
const both = (facts: PlanFacts, cells: readonly PlanCell[]) => ({
  theirs: {
    version: facts.version,
    cells: facts.cells
      .filter((one) => cells.some((cell) => cell.item === one.item && cell.buildingId === one.buildingId))
      .map(cellView),
  },
  yours: { cells: cells.map(cellView) },
});

/** Many cells at once, all or none; every wrong one is named. */
export async function saveCells(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { cells }: PlanCellsInput,
): Promise<Answer<PlanView>> {
  const found = await draft(tx, actor, id, version, (facts) => both(facts, cells));
  if ('answer' in found) return found.answer;
  const against = reasonsAgainst(found.facts, cells);
  if (against.length > 0) return refused(against);
  const photos = await takePhotos(tx, found.facts, cells);
  if (photos.length > 0) return refused(photos);
  await writeCells(tx, id, cells);
  await touched(tx, id);
  return answered(tx, actor, id);
}

/** One building's choice for others. */
export async function copyBuilding(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: PlanCopy,
): Promise<Answer<{ plan: PlanView; copied: number; notCopied: number }>> {
  const found = await draft(tx, actor, id, version, (facts) => ({
    theirs: { version: facts.version },
    yours: input,
  }));
  if ('answer' in found) return found.answer;
  const { facts } = found;
  const against = copyReasons(input, facts.buildings);
  if (against.length > 0) return refused(against);
  const { cells, notCopied } = copyOf(input, facts.rulebook.menu, facts.cells);
  if (cells.length > 0) {
    await writeCells(tx, id, cells);
    await touched(tx, id);
  }
  const plan = await planView(tx, actor, id);
  return plan ? done({ plan, copied: cells.length, notCopied }, { version: plan.version }) : notFound();
}

export async function updatePlan(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: PlanUpdate,
): Promise<Answer<PlanView>> {
  const found = await draft(tx, actor, id, version, ({ version: now, title, note }) => ({
    theirs: { version: now, title, note },
    yours: input,
  }));
  if ('answer' in found) return found.answer;
  const { facts } = found;
  const note = input.note === undefined ? facts.note : input.note;
  await tx.$executeRaw`
    UPDATE compound_plan SET title = ${input.title ?? facts.title}, note = ${note}, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}

/** All that the plan says, in one order. */
function said(facts: PlanFacts): string {
  const rows = facts.cells
    .filter(({ answer }) => answer !== 'none')
    .map(
      ({ buildingId, item, answer, quantity, unit, unitCost, payer, method, residentPercent, reason: why, ...cell }) =>
        JSON.stringify([
          ...[buildingId, item, answer, quantity?.toString(), unit, unitCost?.toString()],
          ...[payer, method, residentPercent, why, cell.photoFileId],
        ]),
    )
    .sort();
  return JSON.stringify([facts.compound.id, facts.no, facts.title, facts.note, facts.rulebookId, rows]);
}

/** From here on it stays: every required item of every building has its answer, what is to be done has its figures, one hash holds all of it. */
export async function finalizePlan(tx: Tx, actor: Actor, id: string, version: number): Promise<Answer<PlanView>> {
  const found = await draft(tx, actor, id, version, (facts) => ({ theirs: { version: facts.version }, yours: {} }));
  if ('answer' in found) return found.answer;
  const { facts } = found;
  const { rulebook, buildings, cells } = facts;
  const against = againstFinal({ menu: rulebook.menu, buildings, cells });
  if (against.length > 0) return refused(against);
  const hash = createHash('sha256').update(said(facts)).digest('hex');
  await setAct(tx, { action: 'plan.finalize' });
  await tx.$executeRaw`
    UPDATE compound_plan SET status = 'final', hash = ${hash}, finalized_at = anju_now(), finalized_by = ${actor.accountId}::uuid, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}
