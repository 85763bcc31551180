import 'server-only';
import { createHash } from 'node:crypto';
import { Zip, ZipPassThrough } from 'fflate';
import { INDEX_HEAD, indexLine, type Packed, packingList } from '@/lib/domain/archive/index-sheet';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { isWhole, readWhole } from '@/lib/server/files/read-whole';
import { fileStore } from '@/lib/server/files/store';
import { ZIP_DAY } from '@/lib/server/papers/same-bytes';
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

async function hashOf(key: string): Promise<string | null> {
  const store = fileStore();
  if (!key || !(await store.exists(key))) return null;
  const hash = createHash('sha256');
  for await (const chunk of store.get(key)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Each file against the hash that was kept when the paper was filed: all that are gone or altered, before a byte leaves. */
export async function damaged({ list }: ToPack): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const { key, no, paper } of list) {
    const found = await hashOf(key);
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

/** Kept as they are (papers are packed already), one file in memory at a time; the same papers are the same bytes. */
export function packed({ list }: ToPack): ReadableStream<Uint8Array> {
  async function* parts(): AsyncGenerator<Uint8Array> {
    const out: Uint8Array[] = [];
    let fault: Error | null = null;
    const zip = new Zip((error, chunk) => {
      fault = error;
      out.push(chunk);
    });
    const put = (path: string, bytes: Uint8Array) => {
      const entry = new ZipPassThrough(path);
      entry.mtime = ZIP_DAY;
      zip.add(entry);
      entry.push(bytes, true);
      if (fault) throw fault;
    };
    put('资料目录.xlsx', await indexBook(list));
    for (const { key, path, paper } of list) {
      yield* out.splice(0);
      const bytes = await readWhole(key);
      // altered since it was looked at a moment ago: the download breaks off, it does not arrive wrong
      if (!bytes || !isWhole(bytes, paper.sha256))
        throw new Error(`a file of the archive changed while it was packed: ${paper.id}`);
      put(path, bytes);
    }
    zip.end();
    yield* out.splice(0);
  }
  const source = parts();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => source.return(undefined).then(() => undefined),
  });
}
