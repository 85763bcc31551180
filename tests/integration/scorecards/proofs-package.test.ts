import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { type Proof, proofList } from '@/lib/domain/scorecards/paper/proof-index';
import { formatReason } from '@/lib/format/reason';
import reasons from '@/lib/i18n/messages/zh-CN/reasons';
import { env } from '@/lib/server/env';
import { fileStore } from '@/lib/server/files/store';
import { damagedProofs, type ProofsToPack, packageName, packedProofs } from '@/lib/server/scorecards/proofs-package';

// the file store is asked for its folder alone; nothing here speaks to a database
process.env.DATABASE_URL ??= 'postgresql://nobody@127.0.0.1:1/none';

const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const STAMP = '1606720800000';
const FACTS = '{"county":{"id":"k","name":"禄丰市"},"year":2020}';
const frozen = { text: FACTS, stamp: STAMP, hash: hash(`${FACTS} ${STAMP}`) };

async function filed(wanted: [criterion: string | null, title: string, content: string][]): Promise<ProofsToPack> {
  const kept = await Promise.all(
    wanted.map(async ([criterion, title, content], at) => {
      const { key, sha256, size } = await fileStore().put(Readable.from([Buffer.from(content)]));
      const proof: Proof = { id: `p${at}`, criterion, title, file: { id: `f${at}`, name: '扫描件.PDF', size }, sha256 };
      return { proof, key };
    }),
  );
  const keys = new Map(kept.map(({ proof, key }) => [proof.id, key]));
  const list = proofList(
    chuxiong2020,
    kept.map(({ proof }) => proof),
  ).map((packed) => ({ ...packed, key: keys.get(packed.proof.id) ?? '' }));
  return { county: '禄丰市', year: 2020, list, facts: frozen };
}
const bytesOf = async (toPack: ProofsToPack) => new Uint8Array(await new Response(packedProofs(toPack)).arrayBuffer());
const three = () =>
  filed([
    ['10.1', '改造前后对比照片', `照片 ${Math.random()}`],
    ['1.1', '摸排工作方案', `方案 ${Math.random()}`],
    [null, '表扬通报', `通报 ${Math.random()}`],
  ]);
const fileOf = (key: string) => path.join(env().ANJU_DATA_DIR, 'files', ...key.split('/'));

describe('支撑材料包', () => {
  it('a folder for each criterion, two indexes, the hashes and the frozen facts; every file is what the index says', async () => {
    const toPack = await three();
    expect(packageName(toPack)).toBe('2020年禄丰市绩效评价支撑材料.zip');
    const files = unzipSync(await bytesOf(toPack));
    expect(Object.keys(files)).toEqual([
      ...['支撑材料目录.xlsx', '支撑材料目录.docx', 'SHA256SUMS.txt', '冻结数据.json', '冻结数据校验码.txt'],
      '1.1 进行了老旧小区改造事前摸排的/1.1-01 摸排工作方案.pdf',
      '10.1 通过项目实施，大力改善小区整体面貌的/10.1-01 改造前后对比照片.pdf',
      '加分事项/B-01 表扬通报.pdf',
    ]);
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text('冻结数据.json')).toBe(FACTS);
    expect(text('冻结数据校验码.txt').split('\n')[0]).toBe(hash(`${FACTS} ${STAMP}`));
    for (const line of text('SHA256SUMS.txt').trim().split('\n')) {
      const [sum, name = ''] = line.split('  ');
      expect(hash(files[name] ?? ''), name).toBe(sum);
    }
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(files['支撑材料目录.xlsx'] ?? []) as never);
    const rows = (book.worksheets[0]?.getSheetValues() ?? []).slice(2) as unknown[][];
    expect(rows.map(([, no, cited]) => [no, cited])).toEqual([
      ['1.1-01', '项目申报①'],
      ['10.1-01', '社会效益①'],
      ['B-01', '加分事项'],
    ]);
    for (const [, , , , , where, size, sum] of rows) {
      const packed = files[String(where)] ?? new Uint8Array();
      expect([packed.byteLength, hash(packed)]).toEqual([size, sum]);
    }
    expect(
      new TextDecoder().decode(unzipSync(files['支撑材料目录.docx'] ?? new Uint8Array())['word/document.xml']),
    ).toContain('项目申报①：进行了老旧小区改造事前摸排的，得1分');
  });

  it('before the first submission there are no frozen facts, and the package is the proofs alone', async () => {
    const files = unzipSync(await bytesOf({ ...(await three()), facts: null }));
    expect(Object.keys(files).slice(0, 4)).toEqual([
      ...['支撑材料目录.xlsx', '支撑材料目录.docx', 'SHA256SUMS.txt'],
      '1.1 进行了老旧小区改造事前摸排的/1.1-01 摸排工作方案.pdf',
    ]);
    expect(new TextDecoder().decode(files['SHA256SUMS.txt'])).not.toContain('冻结');
  });

  it('the same proofs are the same bytes', async () => {
    const toPack = await three();
    const first = await bytesOf(toPack);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(Buffer.compare(Buffer.from(first), Buffer.from(await bytesOf(toPack)))).toBe(0);
  });

  it('leaves piece by piece: the first bytes are there before the last file is read', async () => {
    const toPack = await three();
    const last = toPack.list.at(-1);
    const reader = packedProofs(toPack).getReader();
    expect((await reader.read()).value?.byteLength).toBeGreaterThan(0);
    await rm(fileOf(last?.key ?? ''));
    const rest = async () => {
      for (;;) if ((await reader.read()).done) return 'whole';
    };
    // gone while it was packed: the download breaks off, it does not arrive wrong
    await expect(rest()).rejects.toThrow('changed while it was packed');
  });

  it('tells of every file that is gone or altered, and of facts that are not those that were frozen', async () => {
    const toPack = await three();
    expect(await damagedProofs(toPack)).toEqual([]);
    const [first, second] = toPack.list;
    await rm(fileOf(first?.key ?? ''));
    await writeFile(fileOf(second?.key ?? ''), 'altered');
    const found = await damagedProofs({ ...toPack, facts: { ...frozen, text: `${FACTS} ` } });
    expect(found.map(({ code, params }) => [code, params?.title])).toEqual([
      ['archive.fileDamaged', '自评时冻结的数据'],
      ['archive.fileMissing', '摸排工作方案'],
      ['archive.fileDamaged', '改造前后对比照片'],
    ]);
    for (const one of found) expect(formatReason(one, reasons)).not.toContain('{');
  });
});
