import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { rolesOn } from '@/lib/domain/projects/acting';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { WorkflowStep } from '@/lib/domain/rulebook/schema-workflow';
import { gate, stepsOf, unmetBefore } from '@/lib/domain/stages/gate';
import type { Unmet } from '@/lib/domain/stages/types';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { projectScope } from '@/lib/server/projects/scope';
import { factsOf, type Known } from '@/lib/server/stages/facts';
import { type Asked, type TasksOf, task } from './kind';

/** So many are looked at one by one, the longest waiting first; the rest come when these are done. */
const LOOKED_AT = 12;
const NAMED = 3;
/** the year's work has begun by stage 8, is complete by the end of stage 9 (domain.md §5, calendar) */
const STARTED = 8;
const COMPLETED = 9;

interface Row {
  id: string;
  name: string;
  stage: number;
  step: string;
  startBy: CalendarDate;
  completeBy: CalendarDate;
}

/** The steps that somebody of this role may ever take, as 'stage:step': by the role, and where it implements the project itself. */
function stepsFor(asked: Asked, steps: readonly { stage: number; step: WorkflowStep }[]) {
  const of = (role: string) =>
    steps.filter(({ step }) => step.by.includes(role)).map(({ stage, step }) => `${stage}:${step.code}`);
  return { own: of(asked.actor.role), entity: of('implementing_entity') };
}

async function waitingFor(asked: Asked): Promise<Row[]> {
  const { tx, actor } = asked;
  const { rulebook } = await rulebookInForce(tx);
  const steps = workflowOf(rulebook).stages.flatMap(({ stage, steps: own }) => own.map((step) => ({ stage, step })));
  const { own, entity } = stepsFor(asked, steps);
  return tx.$queryRaw<Row[]>`
    SELECT p.id, p.name, s.stage, s.step, y.start_by::text AS "startBy", y.complete_by::text AS "completeBy"
    FROM project p JOIN project_stage s ON s.project_id = p.id AND s.status = 'current' JOIN programme_year y ON y.id = p.programme_year_id
    WHERE p.status = 'active' AND ${projectScope(actor)} AND (s.stage || ':' || s.step = ANY(${own}::text[])
      OR (s.stage || ':' || s.step = ANY(${entity}::text[]) AND ((p.entity_kind = 'countyBureau' AND ${actor.role} = 'county_bureau')
        OR (p.entity_kind = 'town' AND ${actor.role} = 'town' AND p.entity_unit_id = ${actor.subdistrictId}::uuid))))
    ORDER BY coalesce((SELECT max(v.at) FROM project_event v WHERE v.project_id = p.id), p.created_at), p.id LIMIT ${LOOKED_AT}`;
}

/** The first things that are missing, by their names, in both languages: needs of the stage, or the paper that the step itself comes with. */
function lacking(stage: number, { facts, rulebook }: Known, lacks: readonly Unmet[]) {
  const needs = new Map(gate(stage, facts, rulebook).map((one) => [one.need, one]));
  const named = lacks.map(({ need, reason }) => {
    const { name, nameEn } = needs.get(need) ?? { name: reason.params?.name, nameEn: reason.params?.nameEn };
    return { name: String(name ?? ''), nameEn: String(nameEn ?? '') };
  });
  const all = [...new Map(named.map((one) => [one.name, one])).values()];
  const first = all.slice(0, NAMED);
  return {
    needs: first.map(({ name }) => name).join('、') + (all.length > NAMED ? '等' : ''),
    needsEn: first.map(({ nameEn }) => nameEn).join(', ') + (all.length > NAMED ? ' …' : ''),
  };
}

const dueOf = ({ stage, startBy, completeBy }: Row): CalendarDate | null =>
  stage < STARTED ? startBy : stage <= COMPLETED ? completeBy : null;

/** Steps of projects that wait for this person: those that can be taken, and those of which something is still missing. */
export const stagesWaiting: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!can(actor.role, 'stage.step')) return [];
  const rows = await waitingFor(asked);
  const known = await factsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const { id, name, stage } = row;
    const found = known.get(id);
    const step = found && stepsOf(found.rulebook, stage).find(({ code }) => code === row.step);
    if (!found || !step || !rolesOn(actor, found.facts).some((role) => step.by.includes(role))) return [];
    const lacks = unmetBefore(stage, step, found.facts, found.rulebook);
    const rule = found.rulebook.stages.find(({ number }) => number === stage);
    const words = {
      step: step.name,
      stepEn: step.nameEn,
      stageName: rule?.name ?? '',
      stageNameEn: rule?.nameEn ?? '',
    };
    const params = { name, stage, ...words, count: lacks.length, ...lacking(stage, found, lacks) };
    const first = lacks[0];
    return task(asked, {
      key: `stage:${id}:${stage}:${row.step}`,
      kind: first ? 'stageLacks' : 'stageStep',
      href: first ? first.href : `/projects/${id}/stages#stage-${stage}`,
      params,
      dueOn: dueOf(row),
    });
  });
};
