import 'server-only';
import { weightReasons } from '@/lib/domain/annual/weights';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Reason } from '@/lib/domain/kernel/result';
import { reason } from '@/lib/domain/kernel/result';
import type { YearAnswer } from '@/lib/domain/programme/answers';
import { checkYear } from '@/lib/domain/programme/calendar';
import type { ProgrammeYearCreate, ProgrammeYearUpdate } from '@/lib/domain/programme/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { rulebookContent } from '@/lib/server/rulebook/queries';
import { programmeYear, programmeYears } from './years';

type Plan = Pick<YearAnswer, 'year' | 'startBy' | 'completeBy' | 'targetShare' | 'reportDay'>;

/** Dates and shares of one year, and P三(一): the share is cumulative, so that it never falls from one year to the next. */
function faults(plan: Plan, others: readonly YearAnswer[]): Reason[] {
  const shape = checkYear({
    ...plan,
    startBy: calendarDateOf(plan.startBy),
    completeBy: calendarDateOf(plan.completeBy),
  });
  const clause = 'P三(一)/比例';
  const field = 'targetShare';
  const earlier = others.filter(({ year }) => year < plan.year).map(({ targetShare }) => targetShare);
  const later = others.filter(({ year }) => year > plan.year).map(({ targetShare }) => targetShare);
  const least = Math.max(0, ...earlier);
  const most = Math.min(100, ...later);
  return [
    ...(shape.ok ? [] : shape.reasons),
    ...(plan.startBy === plan.completeBy
      ? [reason('programme.datesEqual', { found: plan.startBy }, { field: 'completeBy' })]
      : []),
    ...(plan.targetShare < least
      ? [reason('programme.shareFalls', { found: plan.targetShare, expected: least }, { clause, field })]
      : []),
    ...(plan.targetShare > most
      ? [reason('programme.shareAboveLater', { found: plan.targetShare, expected: most }, { clause, field })]
      : []),
  ];
}

/** Only one year is the current one: the former steps back in the same transaction. */
async function stepBack(tx: Tx, actor: Actor): Promise<void> {
  await tx.programmeYear.updateMany({
    where: { prefectureId: actor.prefectureId, current: true },
    data: { current: false, version: { increment: 1 } },
  });
}

async function missingReferences(
  tx: Tx,
  input: { rulebookId?: string; campaignId?: string | null; voteTest?: string | null },
  rulebookId = input.rulebookId,
): Promise<Reason[]> {
  const reasons: Reason[] = [];
  if (input.rulebookId && !(await tx.rulebookVersion.findUnique({ where: { id: input.rulebookId } })))
    reasons.push(reason('programme.rulebookUnknown', undefined, { field: 'rulebookId' }));
  if (input.campaignId && !(await tx.surveyCampaign.findUnique({ where: { id: input.campaignId } })))
    reasons.push(reason('programme.campaignUnknown', undefined, { field: 'campaignId' }));
  if (input.voteTest && rulebookId) {
    const book = await rulebookContent(tx, rulebookId);
    if (book && !book.votes.tests.some(({ code }) => code === input.voteTest))
      reasons.push(reason('programme.voteTestUnknown', { found: input.voteTest }, { field: 'voteTest' }));
  }
  return reasons;
}

export async function createYear(tx: Tx, actor: Actor, input: ProgrammeYearCreate): Promise<Answer<YearAnswer>> {
  const others = await programmeYears(tx, actor);
  const reasons = [
    ...(others.some(({ year }) => year === input.year)
      ? [reason('programme.yearExists', { found: String(input.year) }, { field: 'year' })]
      : []),
    ...faults(input, others),
    ...(input.rankingWeights ? weightReasons(input.rankingWeights) : []),
    ...(await missingReferences(tx, input)),
  ];
  if (reasons.length > 0) return refused(reasons);
  if (input.current) await stepBack(tx, actor);
  const { id } = await tx.programmeYear.create({
    data: {
      prefectureId: actor.prefectureId,
      year: input.year,
      rulebookId: input.rulebookId,
      campaignId: input.campaignId ?? null,
      targetShare: input.targetShare,
      startBy: new Date(input.startBy),
      completeBy: new Date(input.completeBy),
      reportDay: input.reportDay,
      voteTest: input.voteTest ?? null,
      rankingWeights: input.rankingWeights ?? Prisma.DbNull,
      current: input.current,
    },
    select: { id: true },
  });
  const year = await programmeYear(tx, actor, id);
  return year ? created(year, { version: year.version }) : notFound();
}

export async function updateYear(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: ProgrammeYearUpdate,
): Promise<Answer<YearAnswer>> {
  const all = await programmeYears(tx, actor);
  const stored = all.find((year) => year.id === id);
  if (!stored) return notFound();
  if (stored.version !== version) return conflict(stored, input, stored.version);
  const others = all.filter((year) => year.id !== id);
  const reasons = [
    ...faults({ ...stored, ...input }, others),
    ...(input.rankingWeights ? weightReasons(input.rankingWeights) : []),
    ...(await missingReferences(tx, input, stored.rulebook.id)),
  ];
  if (stored.current && input.current === false)
    reasons.push(reason('programme.oneCurrent', undefined, { field: 'current' }));
  if (reasons.length > 0) return refused(reasons);
  if (input.current && !stored.current) await stepBack(tx, actor);
  const { count } = await tx.programmeYear.updateMany({
    where: { id, version, prefectureId: actor.prefectureId },
    data: {
      ...input,
      // left out: stays; null: the rule book's again
      rankingWeights: input.rankingWeights === null ? Prisma.DbNull : input.rankingWeights,
      startBy: input.startBy ? new Date(input.startBy) : undefined,
      completeBy: input.completeBy ? new Date(input.completeBy) : undefined,
      updatedAt: await now(tx),
      version: { increment: 1 },
    },
  });
  const saved = await programmeYear(tx, actor, id);
  if (!saved) return notFound();
  return count === 0 ? conflict(saved, input, saved.version) : done(saved, { version: saved.version });
}

async function now(tx: Tx): Promise<Date> {
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT anju_now() AS now`;
  return clock?.now ?? new Date();
}
