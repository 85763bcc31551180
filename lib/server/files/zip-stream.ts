import 'server-only';
import { Zip, ZipPassThrough } from 'fflate';
import { ZIP_DAY } from '@/lib/server/papers/same-bytes';

export interface ZipPart {
  path: string;
  bytes: Uint8Array;
}

/** A zip on its way out: kept as they are (papers are packed already), one file in memory at a time; the same parts are the same bytes. */
export function zipStream(files: AsyncIterable<ZipPart>): ReadableStream<Uint8Array> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const out: Uint8Array[] = [];
    let fault: Error | null = null;
    const zip = new Zip((error, chunk) => {
      fault = error;
      out.push(chunk);
    });
    for await (const { path, bytes } of files) {
      const entry = new ZipPassThrough(path);
      entry.mtime = ZIP_DAY;
      zip.add(entry);
      entry.push(bytes, true);
      if (fault) throw fault;
      yield* out.splice(0);
    }
    zip.end();
    yield* out.splice(0);
  }
  const source = chunks();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => source.return(undefined).then(() => undefined),
  });
}
