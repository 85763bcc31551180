import 'server-only';
import { INDEX_HEAD, indexLine, type Packed, packingList } from '@/lib/domain/archive/index-sheet';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { hashOfStored, isWhole, readWhole } from '@/lib/server/files/read-whole';
import { type ZipPart, zipStream } from '@/lib/server/files/zip-stream';
import { smallBook } from '@/lib/server/workbooks/small-book';
import { projectPapers } from './papers';

export interface ToPack {
  name: string;
  list: (Packed & { key: string })[];
}

/** The current papers of a project and where their bytes lie. */
export async function packageList(reader: Reader, actor: Actor, id: string): Promise<ToPack | null> {
  const papers = await projectPapers(reader, actor, id);
  if (!papers) return null;
  const rows = await reader.$queryRaw<{ id: string; key: string }[]>`
    SELECT f.id, f.storage_key AS key FROM paper p JOIN stored_file f ON f.id = p.file_id WHERE p.project_id = ${id}::uuid AND p.status = 'current'`;
  const keys = new Map(rows.map(({ id: file, key }) => [file, key]));
  return {
    name: `${papers.project.code}-${papers.project.name}-移交资料.zip`,
    list: packingList(papers.stages).map((packed) => ({ ...packed, key: keys.get(packed.paper.file.id) ?? '' })),
  };
}

/** Each file against the hash that was kept when the paper was filed: all that are gone or altered, before a byte leaves. */
export async function damaged({ list }: ToPack): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const { key, no, paper } of list) {
    const found = await hashOfStored(key);
    const what = { no, title: paper.title, file: paper.file.name };
    if (found === null) reasons.push(reason('archive.fileMissing', what));
    else if (found !== paper.sha256) reasons.push(reason('archive.fileDamaged', what));
  }
  return reasons;
}

const WIDTHS = [10, 18, 24, 30, 20, 22, 12, 24, 6, 46, 14, 68, 24];
const indexBook = (list: readonly Packed[]) =>
  smallBook(
    '资料目录',
    INDEX_HEAD.map((header, at) => ({ header, width: WIDTHS[at] ?? 16, format: at === 8 || at === 10 ? '0' : '@' })),
    list.map(indexLine),
  );

/** The index, then the papers, one in memory at a time. */
async function* parts({ list }: ToPack): AsyncGenerator<ZipPart> {
  yield { path: '资料目录.xlsx', bytes: await indexBook(list) };
  for (const { key, path, paper } of list) {
    const bytes = await readWhole(key);
    // altered since it was looked at a moment ago: the download breaks off, it does not arrive wrong
    if (!bytes || !isWhole(bytes, paper.sha256))
      throw new Error(`a file of the archive changed while it was packed: ${paper.id}`);
    yield { path, bytes };
  }
}

/** The same papers are the same bytes. */
export const packed = (toPack: ToPack): ReadableStream<Uint8Array> => zipStream(parts(toPack));
