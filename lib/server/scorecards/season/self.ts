import 'server-only';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { criterionOf, kept } from '@/lib/domain/scorecards/season/card';
import type { LineInput, ReportInput } from '@/lib/domain/scorecards/season/schema';
import { againstReport, againstSelf } from '@/lib/domain/scorecards/season/self';
import type { Actor } from '@/lib/server/actor';
import { type Answer, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, held, overtaken, touched, type Which } from './held';
import { lineNow, writeLine } from './lines';

/** 自评一项. The version is that of the line: 0 where the county said nothing of it yet. */
export async function scoreSelf(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: LineInput,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id: which.id });
  if (!found.ok) return found;
  const { card, parts } = found.value;
  const now = lineNow(parts, input.criterion, 'self');
  const late = overtaken(now, which.version, input);
  if (late) return late;
  const reasons = againstSelf(card, input.criterion, input);
  if (reasons.length > 0) return refused(reasons);
  const criterion = criterionOf(card, input.criterion);
  const points = criterion ? kept(input.points, criterion) : null;
  const line = { ...input, points, stage: 'self', origin: 'self' } as const;
  const version = await writeLine(tx, actor, which.id, line, now);
  await touched(tx, which.id);
  return answered(tx, actor, which.id, { version });
}

/** 自评报告 in the county's words. The version is that of the report. */
export async function writeReport(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: ReportInput,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id: which.id });
  if (!found.ok) return found;
  const { row } = found.value;
  const late = overtaken(row.report, which.version, input);
  if (late) return late;
  const reasons = againstReport(row);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE scorecard SET summary = ${input.summary}, problems = ${input.problems}, next_steps = ${input.nextSteps}, report_version = report_version + 1, version = version + 1
    WHERE id = ${which.id}::uuid`;
  return answered(tx, actor, which.id, { version: which.version + 1 });
}
