import 'server-only';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import { changeReasons } from '@/lib/domain/projects/membership';
import type { MembersChange } from '@/lib/domain/projects/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { candidatesOf } from './candidates';
import { type HeldProject, holdForWork } from './lock';
import { projectHead } from './queries';

async function reasonsOf(tx: Tx, actor: Actor, project: HeldProject, { add, remove, reason: why }: MembersChange) {
  const there = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT c.id, c.name FROM project_compound pc JOIN compound c ON c.id = pc.compound_id WHERE pc.project_id = ${project.id}::uuid AND pc.live`;
  const wanted = await candidatesOf(tx, {
    ids: add,
    counties: actor.counties,
    yearId: project.yearId,
    projectId: project.id,
  });
  return changeReasons({ ...project, there, wanted, add, remove, why });
}

/** Compounds come and go until the plan stands (stage 3); one that left stays in the record with the reason. */
export async function changeMembers(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: MembersChange,
): Promise<Answer<ProjectHead>> {
  const held = await holdForWork(tx, actor, id);
  if (!held.ok) return held;
  const project = held.value;
  if (project.version !== version) return conflict(await projectHead(tx, actor, id), input, project.version);
  const against = await reasonsOf(tx, actor, project, input);
  if (against.length > 0) return refused(against);
  if (input.reason) await setAct(tx, { action: 'project.compounds', reason: input.reason });
  await tx.$executeRaw`
    UPDATE project_compound SET live = false, left_reason = ${input.reason ?? null} WHERE project_id = ${id}::uuid AND compound_id = ANY(${input.remove}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO project_compound (project_id, compound_id, county_id, created_by)
    SELECT ${id}::uuid, one, ${project.countyId}::uuid, ${actor.accountId}::uuid FROM unnest(${input.add}::uuid[]) one
    ON CONFLICT (project_id, compound_id) DO UPDATE SET live = true, left_reason = NULL`;
  await tx.$executeRaw`UPDATE project SET version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  const head = await projectHead(tx, actor, id);
  return head ? done(head, { version: head.version }) : notFound();
}
