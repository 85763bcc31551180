// Reads a made workbook of 100,000 households as an import does, and says what it cost: memory of the whole process and
// the longest time the event loop was held. node --conditions=react-server --import tsx tests/bench/import-rows.ts
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import ExcelJS from 'exceljs';
import { META_SHEET, TEMPLATE_VERSION } from '@/lib/domain/imports/template';
import { readInThread } from '@/lib/server/imports/reading/in-thread';

const ROWS = Number(process.argv[2] ?? 100_000);

async function make(file: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: createWriteStream(file), useSharedStrings: true });
  const meta = book.addWorksheet(META_SHEET);
  for (const pair of [
    ['version', TEMPLATE_VERSION],
    ['county', '532302'],
  ])
    meta.addRow(pair).commit();
  meta.commit();
  const sheet = book.addWorksheet('户');
  sheet
    .addRow(['小区名称', '楼栋', '单元', '房号', '楼层', '专有面积', '用途', '业主姓名', '联系电话', '备注'])
    .commit();
  for (let n = 0; n < ROWS; n++) {
    const room = `${1 + (n % 7)}0${1 + (n % 2)}`;
    sheet
      .addRow([
        `小区${n % 500}`,
        `${n % 9}栋`,
        `${n % 4}单元`,
        room,
        1 + (n % 7),
        60 + (n % 9000) / 100,
        '住宅',
        `业主${n}`,
        `138${String(n).padStart(8, '0')}`,
        `第${n}户`,
      ])
      .commit();
  }
  sheet.commit();
  book.addWorksheet('楼栋').addRow(['小区名称', '楼栋']).commit();
  await book.commit();
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-bench-'));
const file = path.join(folder, 'rows.xlsx');
try {
  await make(file);
  const { size } = await stat(file);
  const before = process.memoryUsage().rss;
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const began = performance.now();
  let rows = 0;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const task = {
    path: file,
    fileName: 'rows.xlsx',
    countyCode: '532302',
    countyName: '禄丰市',
    facilities: [],
    mapping: null,
  };
  for await (const message of readInThread(task)) {
    if (message.type === 'rows') rows += message.rows.length;
    if (message.type === 'refused') throw new Error(message.reason.code);
  }
  clearInterval(watch);
  const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);
  console.log(
    JSON.stringify({
      rows,
      fileMb: mb(size),
      seconds: +((performance.now() - began) / 1000).toFixed(1),
      peakRssMb: mb(peak),
      rssBeforeMb: mb(before),
      loopMaxMs: Math.round(loop.max / 1e6),
      loopP99Ms: Math.round(loop.percentile(99) / 1e6),
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
