import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { rolesOn } from '@/lib/domain/projects/acting';
import type { StageAnswer, StagesAnswer } from '@/lib/domain/stages/answers';
import { contradictionsOf } from '@/lib/domain/stages/contradictions';
import { gate, stepsOf } from '@/lib/domain/stages/gate';
import { permitsOf } from '@/lib/domain/stages/permits';
import { changesSinceVote } from '@/lib/domain/stages/revote';
import { returnReport, sendBack, takeStep } from '@/lib/domain/stages/steps';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectEvents } from '@/lib/server/projects/events';
import { projectScope } from '@/lib/server/projects/scope';
import { factsOf, type Known, neighboursOf } from './facts';

interface StageRow {
  stage: number;
  actualOn: string | null;
  receivedAt: string | null;
  acceptedAt: string | null;
  completedBy: string | null;
}
interface Head {
  id: string;
  code: string;
  name: string;
  stages: StageRow[];
}

async function headOf(reader: Reader, actor: Actor, id: string): Promise<Head | null> {
  const [head] = await reader.$queryRaw<Head[]>`
    SELECT p.id, p.code, p.name,
      (SELECT json_agg(json_build_object('stage', s.stage, 'actualOn', s.actual_on, 'receivedAt', to_char(s.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'acceptedAt', to_char(s.accepted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'completedBy', anju_name_of(s.completed_by)) ORDER BY s.stage)
        FROM project_stage s WHERE s.project_id = p.id) AS stages
    FROM project p WHERE p.id = ${id}::uuid AND ${projectScope(actor)}`;
  return head ?? null;
}

/** What whoever asks may do at a stage, and what stands against the next step. */
function mayAt(actor: Actor, { facts, rulebook, today }: Known, stage: number): Pick<StageAnswer, 'may' | 'against'> {
  const roles = rolesOn(actor, facts);
  const step = facts.stages.find((one) => one.stage === stage && one.status === 'current')?.step;
  const rule = stepsOf(rulebook, stage).find(({ code }) => code === step);
  const isTheirs = can(actor.role, 'stage.step') && rule !== undefined && roles.some((role) => rule.by.includes(role));
  const decision = step ? takeStep(facts, { stage, step, roles, statedOn: today, today }, rulebook) : null;
  const said = { stage, step: step ?? '', roles, reason: 'x' };
  return {
    may: {
      step: isTheirs && facts.status === 'active',
      return: isTheirs && returnReport(facts, said, rulebook).ok,
      sendBack: can(actor.role, 'stage.sendBack') && sendBack(facts, said, rulebook).ok,
    },
    against: decision && !decision.ok ? decision.reasons.filter(({ code }) => code !== 'stage.notYours') : [],
  };
}

function stageAnswer(actor: Actor, known: Known, row: StageRow): StageAnswer {
  const { facts, rulebook } = known;
  const rule = rulebook.stages.find(({ number }) => number === row.stage);
  const state = facts.stages.find(({ stage }) => stage === row.stage);
  const steps = stepsOf(rulebook, row.stage);
  const at = steps.findIndex(({ code }) => code === state?.step);
  const isComplete = state?.status === 'completed';
  return {
    ...row,
    code: rule?.code ?? '',
    name: rule?.name ?? '',
    nameEn: rule?.nameEn ?? '',
    clause: rule?.clause ?? '',
    status: state?.status ?? 'waiting',
    step: state?.step ?? null,
    statedOn: state?.statedOn ?? null,
    steps: steps.map(({ code, name, nameEn, clause, kind, by, paper, returnsTo }, index) => ({
      ...{ code, name, nameEn, clause, kind, by, paper, returnsTo },
      taken: isComplete || (at >= 0 && index < at),
    })),
    conditions: gate(row.stage, facts, rulebook),
    ...mayAt(actor, known, row.stage),
  };
}

/** The ten stages of a project as they stand: what is done, what is missing and where, who does what next, what does not fit together. */
export async function stagesOf(reader: Reader, actor: Actor, id: string): Promise<StagesAnswer | null> {
  return (await stagesWithRules(reader, actor, id))?.view ?? null;
}

/** The same with the rule book that the project goes by, and today. */
export async function stagesWithRules(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<(Pick<Known, 'rulebook' | 'today'> & { view: StagesAnswer }) | null> {
  const head = await headOf(reader, actor, id);
  const known = (await factsOf(reader, [id])).get(id);
  if (!head || !known) return null;
  const neighbours = (await neighboursOf(reader, [id])).get(id) ?? { otherYears: [], doneTwice: [] };
  const { facts, rulebook, today } = known;
  const amount = (what: string, value: bigint) => (what === 'design' ? String(value) : formatHundredths(value));
  const view: StagesAnswer = {
    id: head.id,
    code: head.code,
    name: head.name,
    status: facts.status,
    stage: facts.stage,
    stages: (head.stages ?? []).map((row) => stageAnswer(actor, known, row)),
    permits: permitsOf(rulebook, facts.touches),
    changes: changesSinceVote(facts, rulebook).map(({ what, voted, now, hundredthsOfPercent, beyond }) => ({
      ...{ what, beyond, voted: amount(what, voted), now: amount(what, now) },
      percent: hundredthsOfPercent === null ? null : formatHundredths(hundredthsOfPercent),
    })),
    tolerancePercent: rulebook.schemeChange.tolerancePercent,
    contradictions: contradictionsOf(facts, neighbours, rulebook),
    events: await projectEvents(reader, actor, id),
  };
  return { view, rulebook, today };
}
