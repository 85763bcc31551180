import 'server-only';
import { HANDOVER_HEAD, handoverPaper, handoverRows } from '@/lib/domain/aftercare/handover-list';
import type { Actor } from '@/lib/server/actor';
import { projectGround } from '@/lib/server/archive/project';
import { type Reader, withReader } from '@/lib/server/db/with-reader';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { XLSX } from '@/lib/server/workbooks/response';
import { smallBook } from '@/lib/server/workbooks/small-book';
import { handoverOf } from './queries';

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const project = await projectGround(reader, actor, id);
    return project && { project, items: await handoverOf(reader, project), listedOn: await listedOn(reader, id) };
  });

/** The day on which a line was last put, changed or taken out. */
async function listedOn(reader: Reader, id: string): Promise<string | null> {
  const [row] = await reader.$queryRaw<{ day: string | null }[]>`
    SELECT (max(updated_at) AT TIME ZONE 'Asia/Shanghai')::date::text AS day FROM handover_item WHERE project_id = ${id}::uuid`;
  return row?.day ?? null;
}

const WIDTHS = [8, 24, 28, 40, 14, 22, 30];

/** The handover list as a sheet. */
export async function handoverSheet(actor: Actor, id: string) {
  const found = await read(actor, id);
  if (!found) return null;
  const columns = HANDOVER_HEAD.map((header, at) => ({ header, width: WIDTHS[at] ?? 20, format: '@' }));
  const bytes = await smallBook('移交清单', columns, handoverRows(found.items));
  return { bytes, name: `${found.project.code}-移交清单.xlsx`, mediaType: XLSX };
}

/** The same as an official paper. */
export async function handoverDocument(actor: Actor, id: string) {
  const found = await read(actor, id);
  if (!found) return null;
  const paper = handoverPaper({ ...found.project, listedOn: found.listedOn }, found.items);
  return { bytes: await officialDocx(paper), name: `${paper.title}.docx`, mediaType: DOCX };
}
