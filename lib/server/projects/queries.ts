import 'server-only';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { PROJECT_HEAD, PROJECT_JOINS } from './rows';
import { projectScope } from './scope';

/** One project as it stands above each of its pages; null: not there, or not this person's. */
export async function projectHead(reader: Reader, actor: Actor, id: string): Promise<ProjectHead | null> {
  const [row] = await reader.$queryRaw<{ head: ProjectHead }[]>`
    SELECT json_build_object(${PROJECT_HEAD}) AS head FROM project p ${PROJECT_JOINS} WHERE p.id = ${id}::uuid AND ${projectScope(actor)}`;
  return row?.head ?? null;
}
