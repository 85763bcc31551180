import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type Answer, done, failure } from '@/lib/server/answer';
import { sentFileName } from '@/lib/server/api/file-name';
import { readJson } from '@/lib/server/api/read-request';
import { bodyToFile } from '@/lib/server/files/body-to-file';
import { fileStore } from '@/lib/server/files/store';
import { gridInThread } from '@/lib/server/imports/reading/in-thread';
import { readGrid } from '@/lib/server/imports/reading/read-grid';
import type { GridMessage, GridTask } from '@/lib/server/imports/types';
import { nameOf } from '@/lib/server/imports/upload';

/** A sheet of 2,000 ballots is 200 KB; what is beside it in a workbook of the office's has room. */
const MOST_BYTES = 5 * 1024 * 1024;
const LIMIT = '5 MB';

/** Cells as they come from a spreadsheet's clipboard: tab separated. */
const pasted = z.strictObject({ text: z.string().min(1).max(900_000) });

/** What was sent, as a scratch file of this process; nothing of it is kept. */
export interface SentSheet {
  file: string;
  fileName: string;
  sha256: string;
  isPasted: boolean;
  release: () => Promise<void>;
}

const isJson = (request: Request): boolean => /^application\/json\b/i.test(request.headers.get('content-type') ?? '');

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Cells that were pasted, or a file as it is. */
async function write(request: Request, file: string): Promise<Answer<{ fileName: string }>> {
  if (isJson(request)) {
    const read = await readJson(pasted, request);
    if (!read.ok) return read;
    await writeFile(file, read.value.text, { mode: 0o600 });
    return done({ fileName: '粘贴的表格.csv' });
  }
  const name = sentFileName(request);
  if (name === null) return failure(400, 'file_name');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES || !request.body)
    return request.body ? failure(413, 'file_too_large', { limit: LIMIT }) : failure(400, 'file_empty');
  if ((await bodyToFile(request.body, file, MOST_BYTES)) === null)
    return failure(413, 'file_too_large', { limit: LIMIT });
  return (await stat(file)).size > 0 ? done({ fileName: nameOf(name) }) : failure(400, 'file_empty');
}

export async function takeSheet(request: Request): Promise<Answer<SentSheet>> {
  const { file, release } = await fileStore().scratch();
  try {
    const written = await write(request, file);
    if (written.ok)
      return done({ file, release, ...written.value, sha256: await digestOf(file), isPasted: isJson(request) });
    await release();
    return written;
  } catch (thrown) {
    await release();
    throw thrown;
  }
}

/** Two at a time: each has a thread with a heap of its own. */
const MOST_AT_ONCE = 2;
let reading = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (reading >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  }
}

async function first(messages: AsyncGenerator<GridMessage>): Promise<GridMessage> {
  for await (const message of messages) return message;
  throw new Error('the reading thread said nothing');
}

/** Of a workbook the sheets of these names that it has, one after the other. */
export async function gridsOf(
  { file, fileName }: SentSheet,
  sheets: readonly string[],
  most?: number,
): Promise<GridMessage[]> {
  return inTurn(async () => {
    const grids: GridMessage[] = [];
    for await (const grid of gridInThread({ path: file, fileName, grid: true, sheets, most })) grids.push(grid);
    return grids;
  });
}

/** A workbook is opened in a thread; text that was pasted needs none. */
export function gridOf({ file, fileName, isPasted }: SentSheet, head?: GridTask['head']): Promise<GridMessage> {
  const task = { path: file, fileName, grid: true as const, head };
  return isPasted ? first(readGrid(task)) : inTurn(() => first(gridInThread(task)));
}
