import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import { againstWork } from '@/lib/domain/projects/facts';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { SurveyHead } from '@/lib/domain/satisfaction/answers';
import {
  answerReasons,
  closeReasons,
  countingAnswers,
  type OpeningFacts,
  openReasons,
} from '@/lib/domain/satisfaction/rules';
import type { SurveyAnswer } from '@/lib/domain/satisfaction/schema';
import type { SurveyStatus } from '@/lib/domain/satisfaction/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { lockProject } from '@/lib/server/projects/lock';
import { surveyHead, surveyScope } from './queries';

async function shown(
  tx: Tx,
  actor: Actor,
  id: string,
  answer: typeof created | typeof done = done,
): Promise<Answer<SurveyHead>> {
  const head = await surveyHead(tx, actor, id);
  return head ? answer(head, { version: head.version }) : notFound();
}

/** Opened for one compound of a project; the register is frozen by the database in the same statement. */
export async function openSurvey(
  tx: Tx,
  actor: Actor,
  projectId: string,
  compoundId: string,
): Promise<Answer<SurveyHead>> {
  const project = await lockProject(tx, actor, projectId);
  if (!project) return notFound();
  const [facts] = await tx.$queryRaw<Omit<OpeningFacts, 'stage'>[]>`
    SELECT EXISTS (SELECT 1 FROM project_compound WHERE project_id = ${projectId}::uuid AND compound_id = ${compoundId}::uuid AND live) AS "isMember",
      (SELECT count(*)::int FROM household h JOIN building b ON b.id = h.building_id WHERE h.compound_id = ${compoundId}::uuid AND h.status = 'active' AND b.status = 'active') AS households,
      (SELECT status FROM satisfaction_survey WHERE project_id = ${projectId}::uuid AND compound_id = ${compoundId}::uuid AND status <> 'cancelled') AS survey`;
  const { satisfaction } = siteRulesOf(await rulebookOf(tx, project.rulebookId));
  const against = [
    ...againstWork(project.status),
    ...(facts ? openReasons({ ...facts, stage: project.stage }, satisfaction) : []),
  ];
  if (against.length > 0) return refused(against);
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO satisfaction_survey (project_id, compound_id, county_id, rulebook_id, opened_by)
    VALUES (${projectId}::uuid, ${compoundId}::uuid, ${project.countyId}::uuid, ${project.rulebookId}::uuid, ${actor.accountId}::uuid) RETURNING id`;
  return shown(tx, actor, made?.id ?? '', created);
}

interface Held {
  id: string;
  rulebookId: string;
  status: SurveyStatus;
  version: number;
}

async function find(tx: Tx, actor: Actor, id: string, lock = Prisma.empty): Promise<Held | null> {
  const [row] = await tx.$queryRaw<Held[]>`
    SELECT s.id, s.rulebook_id AS "rulebookId", s.status, s.version FROM satisfaction_survey s WHERE s.id = ${id}::uuid AND ${surveyScope(actor)} ${lock}`;
  return row ?? null;
}

const OUTCOMES = {
  over: 'satisfaction.over',
  again: 'satisfaction.answeredAlready',
  notInRoll: 'satisfaction.notInRoll',
} as const;

/** What one household says. Nothing that is kept of this joins the two: see the migration and decision 0048. */
export async function recordAnswer(
  tx: Tx,
  actor: Actor,
  id: string,
  { householdId, answer, how, words }: SurveyAnswer,
): Promise<Answer<{ answered: number; households: number }>> {
  const survey = await find(tx, actor, id);
  if (!survey) return notFound();
  const { satisfaction } = siteRulesOf(await rulebookOf(tx, survey.rulebookId));
  const against = answerReasons({ answer, words }, satisfaction);
  if (against.length > 0) return refused(against);
  const [said] = await tx.$queryRaw<{ outcome: 'unknown' | 'taken' | keyof typeof OUTCOMES }[]>`
    SELECT satisfaction_answer(${id}::uuid, ${householdId}::uuid, ${answer}, ${how}, ${words ?? null}) AS outcome`;
  const outcome = said?.outcome ?? 'unknown';
  if (outcome === 'unknown') return notFound();
  if (outcome !== 'taken')
    return refused([reason(OUTCOMES[outcome], undefined, outcome === 'over' ? undefined : { field: 'householdId' })]);
  const head = await surveyHead(tx, actor, id);
  return head ? created({ answered: head.answered, households: head.households }) : notFound();
}

interface Which {
  id: string;
  version: number;
}

/** The sums become known, and stay. */
export async function closeSurvey(tx: Tx, actor: Actor, { id, version }: Which): Promise<Answer<SurveyHead>> {
  const survey = await find(tx, actor, id);
  const head = survey && (await surveyHead(tx, actor, id));
  if (!survey || !head) return notFound();
  if (head.version !== version) return conflict(head, {}, head.version);
  const { satisfaction } = siteRulesOf(await rulebookOf(tx, survey.rulebookId));
  const against = closeReasons(head, satisfaction);
  if (against.length > 0) return refused(against);
  const [said] = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT satisfaction_close(${id}::uuid, ${satisfaction.leastAnswers}::int, ${countingAnswers(satisfaction)}::text[]) AS outcome`;
  const now = await surveyHead(tx, actor, id);
  if (said?.outcome !== 'closed' || !now) return conflict(now, {}, now?.version ?? version);
  return done(now, { version: now.version });
}

/** Held in error: its sums are never told, and it may be held anew. */
export async function cancelSurvey(
  tx: Tx,
  actor: Actor,
  { id, version }: Which,
  why: string,
): Promise<Answer<SurveyHead>> {
  const survey = await find(tx, actor, id, Prisma.sql`FOR UPDATE OF s`);
  if (!survey) return notFound();
  if (survey.version !== version) return conflict(await surveyHead(tx, actor, id), { reason: why }, survey.version);
  if (survey.status !== 'open') return refused([reason(`satisfaction.notOpen.${survey.status}`)]);
  await setAct(tx, { action: 'satisfaction.cancel', reason: why });
  await tx.$executeRaw`UPDATE satisfaction_survey SET status = 'cancelled', cancelled_reason = ${why}, version = version + 1 WHERE id = ${id}::uuid`;
  return shown(tx, actor, id);
}
