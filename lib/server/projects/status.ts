import 'server-only';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import type { StatusChange } from '@/lib/domain/projects/schema';
import { STATUS_AFTER, type StatusAct, statusReasons } from '@/lib/domain/projects/status';
import type { EventKind } from '@/lib/domain/projects/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { addEvent } from './events';
import { takeFile } from './files';
import { lockProject } from './lock';
import { projectHead } from './queries';

const EVENTS: Record<StatusAct, EventKind> = { suspend: 'suspended', resume: 'resumed', withdraw: 'withdrawn' };

/** By document: a project is suspended, goes on, or is withdrawn, and then its compounds are free for another one. */
export async function changeStatus(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: StatusChange,
): Promise<Answer<ProjectHead>> {
  const project = await lockProject(tx, actor, id);
  if (!project) return notFound();
  if (project.version !== version) return conflict(await projectHead(tx, actor, id), input, project.version);
  const { act, documentNo, documentOn, reason } = input;
  const against = [
    ...statusReasons(act, project, documentOn),
    ...(await takeFile(tx, actor, project, { fileId: input.fileId, wanted: 'paper', field: 'fileId' })).reasons,
  ];
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: `project.${act}`, reason });
  if (act === 'withdraw')
    await tx.$executeRaw`UPDATE project_compound SET live = false, left_reason = ${reason} WHERE project_id = ${id}::uuid AND live`;
  await tx.$executeRaw`UPDATE project SET status = ${STATUS_AFTER[act]}, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  await addEvent(tx, actor, {
    projectId: id,
    kind: EVENTS[act],
    stage: project.stage,
    ...{ reason, documentNo, documentOn, fileId: input.fileId },
  });
  const head = await projectHead(tx, actor, id);
  return head ? done(head, { version: head.version }) : notFound();
}
