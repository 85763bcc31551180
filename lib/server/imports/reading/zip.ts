import 'server-only';
import { StringDecoder } from 'node:string_decoder';
import yauzl from 'yauzl';
import { FileRefused, LIMITS } from './refusal';

export interface ZipFile {
  names: ReadonlySet<string>;
  /** Text of an entry, chunk by chunk; counts what is inflated and stops at the limits. */
  chunks: (name: string) => AsyncGenerator<string>;
  text: (name: string) => Promise<string>;
  close: () => void;
}

/** The size a zip declares can lie; what comes out of it is counted too. */
class Budget {
  private inflated = 0;
  constructor(private readonly stored: number) {}
  take(bytes: number): void {
    this.inflated += bytes;
    const ratio = this.inflated / Math.max(1, this.stored);
    if (this.inflated > LIMITS.inflatedBytes || (this.inflated > LIMITS.ratioFrom && ratio > LIMITS.ratio))
      throw new FileRefused('bomb', { megabytes: Math.round(LIMITS.inflatedBytes / 1024 / 1024) });
  }
}

function checkDeclared(entries: readonly yauzl.Entry[], size: number): void {
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > LIMITS.inflatedBytes || (declared > LIMITS.ratioFrom && declared / size > LIMITS.ratio))
    throw new FileRefused('bomb', { megabytes: Math.round(LIMITS.inflatedBytes / 1024 / 1024) });
}

function listEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      if (entries.length > LIMITS.entries) reject(new FileRefused('bomb', { megabytes: 600 }));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

export async function openZip(path: string, size: number): Promise<ZipFile> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) =>
      error || !opened ? reject(new FileRefused('damaged')) : resolve(opened),
    ),
  );
  try {
    const entries = await listEntries(zip);
    if (entries.some((entry) => (entry.generalPurposeBitFlag & 1) === 1)) throw new FileRefused('password');
    checkDeclared(entries, size);
    return reader(zip, entries, new Budget(size));
  } catch (error) {
    zip.close();
    throw error instanceof FileRefused ? error : new FileRefused('damaged');
  }
}

function reader(zip: yauzl.ZipFile, entries: readonly yauzl.Entry[], budget: Budget): ZipFile {
  const byName = new Map(entries.map((entry) => [entry.fileName.replace(/^\//, ''), entry]));
  async function* chunks(name: string): AsyncGenerator<string> {
    const entry = byName.get(name);
    if (!entry) throw new FileRefused('damaged');
    const decoder = new StringDecoder('utf8');
    try {
      const stream = await zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        budget.take(chunk.length);
        yield decoder.write(chunk);
      }
      yield decoder.end();
    } catch (error) {
      throw error instanceof FileRefused ? error : new FileRefused('damaged');
    }
  }
  return {
    names: new Set(byName.keys()),
    chunks,
    text: async (name) => {
      let whole = '';
      for await (const chunk of chunks(name)) whole += chunk;
      return whole;
    },
    close: () => zip.close(),
  };
}
