import 'server-only';
import type { Writable } from 'node:stream';
import { projectListQuery } from '@/lib/domain/projects/list-query';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import { listProjects } from '@/lib/server/projects/list';
import { freshen } from '@/lib/server/warnings/fresh';
import type { KeptOfProjects } from './jobs';
import { shownOf } from './list-columns';
import { pagesOf, writeList } from './list-file';
import { projectColumns } from './projects-columns';
import type { Progress } from './survey-export';

/** The projects that the list would show this person, in its order. */
export async function writeProjectsList(
  out: Writable,
  actor: Actor,
  { kept, county }: { kept: KeptOfProjects; county: string | null },
  progress: Progress,
): Promise<string> {
  await freshen({ counties: actor.counties });
  const { rulebook } = await withActor(actor, (tx) => rulebookInForce(tx));
  const pages = pagesOf((place) => {
    const query = projectListQuery.parse({ ...kept.query, ...(county ? { county } : {}), ...place });
    return withActor(actor, (tx) => listProjects(tx, actor, query));
  }, progress);
  return writeList(out, actor, {
    format: kept.format,
    name: { zh: '改造项目列表', en: 'projects' },
    sheet: { zh: '改造项目', en: 'Projects' },
    columns: shownOf(projectColumns(rulebook, actor.locale), kept.columns),
    pages,
  });
}
