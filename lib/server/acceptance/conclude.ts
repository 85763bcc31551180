import 'server-only';
import type { AcceptanceView } from '@/lib/domain/acceptance/answers';
import { concludeReasons, conclusionText } from '@/lib/domain/acceptance/conclude';
import type { ConcludeInput } from '@/lib/domain/acceptance/schema';
import { checksDue } from '@/lib/domain/aftercare/due';
import { type CalendarDate, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, notFound, refused } from '@/lib/server/answer';
import type { ProjectGround } from '@/lib/server/archive/project';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { answered, attemptAsSeen, type OfAttempt } from './commands';
import { standing } from './queries';

/** The later checks begin to count on the day of the acceptance. */
async function planChecks(tx: Tx, { id, workflow }: ProjectGround, acceptedOn: CalendarDate): Promise<void> {
  for (const { months, dueOn } of checksDue(acceptedOn, workflow.aftercare.months))
    await tx.$executeRaw`
      INSERT INTO aftercare_check (project_id, county_id, months, due_on) SELECT id, county_id, ${months}::int, ${dueOn}::date FROM project WHERE id = ${id}::uuid
      ON CONFLICT (project_id, months) DO NOTHING`;
}

/** P三(三)9: passed or not, once for this attempt. */
export async function concludeAcceptance(
  tx: Tx,
  actor: Actor,
  of: OfAttempt,
  version: number,
  input: ConcludeInput,
): Promise<Answer<AcceptanceView>> {
  const found = await attemptAsSeen(tx, actor, of, version, input);
  if ('answer' in found) return found.answer;
  const { ground, attempt } = found;
  if (attempt.status !== 'draft') return refused([reason('acceptance.concluded')]);
  const opinions = standing(attempt.opinions);
  if (input.answers.some(({ party }) => !opinions.some(({ id }) => id === party))) return notFound();
  const heldOn = calendarDateOf(attempt.heldOn);
  const reasons = concludeReasons({
    outcome: input.outcome,
    conclusion: input.conclusion ?? null,
    projectStatus: ground.status,
    heldOn,
    today: ground.today,
    construction: { completed: ground.completed.includes(8), on: ground.constructionOn },
    kinds: ground.workflow.acceptanceParties,
    opinions,
    answered: new Set(input.answers.map(({ party }) => party)),
  });
  if (reasons.length > 0) return refused(reasons);
  const answers = input.answers.flatMap(({ party, answer }) => {
    const opinion = opinions.find(({ id }) => id === party);
    return opinion ? [{ name: opinion.name, answer }] : [];
  });
  await setAct(tx, { action: `acceptance.${input.outcome}` });
  await tx.$executeRaw`
    UPDATE acceptance SET status = ${input.outcome}, conclusion = ${conclusionText(input.conclusion ?? null, answers)}, concluded_at = anju_now(),
      concluded_by = ${actor.accountId}::uuid, version = version + 1, updated_at = anju_now() WHERE id = ${attempt.id}::uuid`;
  if (input.outcome === 'passed') await planChecks(tx, ground, heldOn);
  return answered(tx, ground, attempt.id);
}
