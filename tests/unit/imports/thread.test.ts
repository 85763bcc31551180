import { expect, it, vi } from 'vitest';
import { keepThreadReady, readInThread } from '@/lib/server/imports/reading/in-thread';
import type { ReadMessage } from '@/lib/server/imports/types';
import { asFile, type Cells, metaSheet, workbookOf } from '@/tests/support/sheets';

/** Threads are made by the module that the process itself hands out (in-thread.ts says why): it is handed out with a count. */
const made = vi.hoisted(() => {
  const count = { threads: 0 };
  const real = process.getBuiltinModule.bind(process);
  process.getBuiltinModule = ((id: string) => {
    const found = real(id);
    if (id !== 'node:worker_threads') return found;
    const threads = found as typeof import('node:worker_threads');
    class Worker extends threads.Worker {
      constructor(...args: ConstructorParameters<typeof threads.Worker>) {
        super(...args);
        count.threads++;
      }
    }
    return { ...threads, Worker };
  }) as typeof process.getBuiltinModule;
  return count;
});

const task = async (bytes: Uint8Array) => ({
  path: await asFile(bytes),
  fileName: '摸底表.xlsx',
  countyCode: '532302',
  countyName: '禄丰市',
  facilities: [],
  mapping: null,
});
const survey = (rows: number) =>
  workbookOf({
    ...metaSheet('532302', '禄丰市'),
    小区: [['小区名称', '建成年份'], ...Array.from({ length: rows }, (_, n): Cells => [`小区${n}`, 1990])],
    楼栋: [['小区名称', '楼栋']],
  });

async function all(bytes: Uint8Array): Promise<{ rows: number; last: ReadMessage['type'] | undefined }> {
  let rows = 0;
  let last: ReadMessage['type'] | undefined;
  for await (const message of readInThread(await task(bytes))) {
    if (message.type === 'rows') rows += message.rows.length;
    last = message.type;
  }
  return { rows, last };
}

it('one thread reads file after file, those that are refused too; one that was left in the middle reads nothing more', async () => {
  keepThreadReady();
  expect(await all(await survey(3))).toEqual({ rows: 3, last: 'end' });
  expect(await all(Buffer.from('<html></html>'))).toEqual({ rows: 0, last: 'refused' });
  expect(await all(await survey(2_500))).toEqual({ rows: 2_500, last: 'end' });
  expect(made.threads).toBe(1);

  for await (const message of readInThread(await task(await survey(2_500)))) if (message.type === 'rows') break;
  expect(await all(await survey(5))).toEqual({ rows: 5, last: 'end' });
  expect(made.threads).toBe(2);
}, 60_000);
