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

/** The compounds that are in it now. */
export async function membersOf(reader: Reader, actor: Actor, id: string): Promise<{ id: string; name: string }[]> {
  return reader.$queryRaw`
    SELECT c.id, c.name FROM project p JOIN project_compound m ON m.project_id = p.id AND m.live JOIN compound c ON c.id = m.compound_id
    WHERE p.id = ${id}::uuid AND ${projectScope(actor)} ORDER BY c.pinyin, c.id`;
}
