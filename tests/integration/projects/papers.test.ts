import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as pack from '@/app/api/v1/projects/[id]/package/route';
import * as withdraw from '@/app/api/v1/projects/[id]/papers/[paperId]/withdraw/route';
import * as papers from '@/app/api/v1/projects/[id]/papers/route';
import type { ProjectPapers } from '@/lib/domain/archive/answers';
import { env } from '@/lib/server/env';
import { fileRow, type ProjectMade, projectRow, stageRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];
const file = async ({ id }: ProjectMade, as: Person, body: object) => {
  const called = await world.call(papers.POST, { as, method: 'POST', params: { id }, body });
  return { status: called.status, json: called.json as Json };
};
const upload = async (as: Person, name?: string) => (await fileRow(world, as, { name })).id;
const design = async (project: ProjectMade, as: Person, more: object = {}) =>
  file(project, as, { kind: 'design', fileId: await upload(as, '初步设计.pdf'), ...more });
const read = async ({ id }: ProjectMade, as: Person = 'lufengClerk'): Promise<ProjectPapers> =>
  (await world.call(papers.GET, { as, params: { id } })).json as ProjectPapers;
const numbered = { documentNo: '禄住建复〔2020〕3号', issuedOn: '2020-06-01', issuer: '禄丰市住建局' };
const zipOf = async ({ id }: ProjectMade, as: Person = 'lufengClerk') => world.call(pack.GET, { as, params: { id } });

describe('a project’s papers', () => {
  it('are filed in versions: the later supersedes the former, both stay readable', async () => {
    const project = await projectRow(world, { stage: 4, people: ['lufengEntity'] });
    const first = await design(project, 'lufengEntity', { title: '初步设计（报审稿）' });
    expect(first.status, JSON.stringify(first.json)).toBe(201);
    expect(first.json).toMatchObject({ no: 1, status: 'current', stage: 4 });
    const second = await design(project, 'lufengClerk');
    expect(second.json).toMatchObject({ no: 2, status: 'current', title: '初步设计文件' });
    const stage = (await read(project)).stages.find((one) => one.stage === 4);
    expect(stage?.papers.map(({ no, status }) => [no, status])).toEqual([
      [2, 'current'],
      [1, 'superseded'],
    ]);
    expect(stage?.kinds.find(({ code }) => code === 'design')?.state).toBe('present');
    expect(stage?.kinds.find(({ code }) => code === 'costEstimate')?.state).toBe('missing');
    expect(stage?.whole).toBe(false);
  });

  it('two people who file the same paper at once get two versions, one of them current', async () => {
    const project = await projectRow(world, { stage: 4 });
    const both = await Promise.all([design(project, 'lufengClerk'), design(project, 'lufengClerk2')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const filed = (await read(project)).stages.flatMap((stage) => stage.papers);
    expect(filed.map(({ no, status }) => `${no} ${status}`).sort()).toEqual(['1 superseded', '2 current']);
  });

  it('one compound’s paper stands beside that of the whole', async () => {
    const project = await projectRow(world, { stage: 4, compounds: 2 });
    await design(project, 'lufengClerk');
    const own = await design(project, 'lufengClerk', { compoundId: project.compounds[0]?.id });
    expect(own.json).toMatchObject({ no: 1, compound: { name: project.compounds[0]?.name } });
    const other = await projectRow(world, {});
    const foreign = await design(project, 'lufengClerk', { compoundId: other.compounds[0]?.id });
    expect(codes(foreign.json)).toEqual(['archive.compoundOfOther']);
  });

  it('a paper of another project is refused, a foreign file does not exist', async () => {
    const [one, two] = [await projectRow(world, { stage: 4 }), await projectRow(world, { stage: 4 })];
    const fileId = await upload('lufengClerk');
    expect((await file(one, 'lufengClerk', { kind: 'design', fileId })).status).toBe(201);
    const again = await file(two, 'lufengClerk', { kind: 'design', fileId });
    expect(again.status).toBe(422);
    expect(codes(again.json)).toEqual(['archive.fileOfOther']);
    expect(again.json.reasons[0].message).toContain('资料属于其他项目');
    const foreign = await file(two, 'lufengClerk', { kind: 'design', fileId: await upload('shuangbaiClerk') });
    expect(foreign.status).toBe(404);
  });

  it('each kind by whom the step says: all reasons at once', async () => {
    const project = await projectRow(world, { stage: 4, people: ['lufengEntity'] });
    const review = async (as: Person, more: object = numbered) =>
      file(project, as, { kind: 'technicalReview', fileId: await upload(as), ...more });
    expect(codes((await review('lufengClerk')).json)).toEqual(['archive.notYours']);
    expect(codes((await review('lufengEntity', {})).json)).toEqual([
      'archive.notYours',
      'archive.noNumber',
      'archive.noDate',
      'archive.noIssuer',
    ]);
    expect((await review('prefectureBureau')).status).toBe(201);
    const approval = async (as: Person) =>
      file(project, as, { kind: 'designApproval', fileId: await upload(as), ...numbered });
    expect(codes((await approval('lufengEntity')).json)).toEqual(['archive.notYours']);
    expect(codes((await approval('prefectureBureau')).json)).toEqual(['archive.notYours']);
    expect((await approval('lufengClerk')).status).toBe(201);
    expect(codes((await design(project, 'lufengClerk', { kind: 'nothing' })).json)).toEqual(['archive.kindUnknown']);
    const late = await design(project, 'lufengClerk', { issuedOn: '2999-01-01' });
    expect(codes(late.json)).toEqual(['archive.dateInFuture']);
  });

  it('another county, a town without a compound of it and strangers to the project see nothing', async () => {
    const project = await projectRow(world, { stage: 4 });
    for (const as of ['shuangbaiClerk', 'shuangbaiCommunity', 'lufengEntity', 'lufengCommunity2'] as const) {
      expect((await world.call(papers.GET, { as, params: { id: project.id } })).status, as).toBe(404);
      expect((await zipOf(project, as)).status, as).toBe(404);
      expect((await design(project, as)).status, as).toBe(404);
    }
    for (const as of ['lufengTown', 'lufengCommunity', 'prefectureBureau', 'lufengFinance'] as const)
      expect((await world.call(papers.GET, { as, params: { id: project.id } })).status, as).toBe(200);
    expect((await design(project, 'lufengFinance')).status).toBe(403);
  });

  it('withdrawn with a reason while its stage is open; afterwards only behind the stage', async () => {
    const project = await projectRow(world, { stage: 4 });
    const { json } = await design(project, 'lufengClerk');
    const take = (paperId: string) =>
      world.call(withdraw.POST, {
        as: 'lufengClerk',
        method: 'POST',
        params: { id: project.id, paperId },
        body: { reason: '传错文件' },
      });
    expect((await take(json.id)).json).toMatchObject({ status: 'withdrawn', endedReason: '传错文件' });
    expect(codes((await take(json.id)).json)).toEqual(['archive.notCurrent']);
    const again = await design(project, 'lufengClerk');
    expect(again.json.no).toBe(2);
    await stageRow(world, project.id, 4, '2020-06-30');
    expect(codes((await take(again.json.id)).json)).toEqual(['archive.stageCompleted']);
    expect(codes((await design(project, 'lufengClerk')).json)).toEqual(['archive.whyLater']);
    expect((await design(project, 'lufengClerk', { note: '设计变更' })).status).toBe(201);
    const { rows } = await world.owner.query(
      `SELECT reason FROM audit_line WHERE action = 'paper.withdraw' AND entity_id = $1`,
      [json.id],
    );
    expect(rows).toEqual([{ reason: '传错文件' }]);
  });
});

describe('the handover package', () => {
  async function filled() {
    const project = await projectRow(world, { stage: 9, compounds: 2 });
    const contents: Record<string, string> = {};
    const put = async (kind: string, more: object = {}) => {
      const made = await fileRow(world, 'lufengClerk', { name: `${kind}.PDF` });
      const filed = await file(project, 'lufengClerk', { kind, fileId: made.id, note: '补录', ...numbered, ...more });
      expect(filed.status, JSON.stringify(filed.json)).toBe(201);
      contents[filed.json.id] = made.key;
      return filed.json;
    };
    await put('design');
    await put('design');
    await put('design', { compoundId: project.compounds[1]?.id });
    const last = await put('finalAccount');
    return { project, last, key: contents[last.id] ?? '' };
  }

  it('holds exactly the current papers by stage, with an index that matches, and the same bytes each time', async () => {
    const { project } = await filled();
    const first = await zipOf(project);
    expect(first.status).toBe(200);
    expect(decodeURIComponent(first.headers.get('content-disposition') ?? '')).toContain(`${project.code}-`);
    const bytes = new Uint8Array(await first.response.arrayBuffer());
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const again = new Uint8Array(await (await zipOf(project)).response.arrayBuffer());
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(again))).toBe(0);
    const files = unzipSync(bytes);
    const paths = Object.keys(files).filter((name) => name !== '资料目录.xlsx');
    expect(paths).toEqual([
      '04 制订初步设计方案/04-01 初步设计文件.pdf',
      `04 制订初步设计方案/04-02 初步设计文件（${project.compounds[1]?.name}）.pdf`,
      '09 项目验收/09-01 竣工财务决算.pdf',
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(files['资料目录.xlsx'] ?? []) as never);
    const rows = (book.worksheets[0]?.getSheetValues() ?? []).slice(2) as unknown[][];
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const [, no, , , , , documentNo, , , , where, size, hash] = row;
      const packed = files[String(where)];
      expect(String(where)).toContain(String(no));
      expect(documentNo).toBe(numbered.documentNo);
      expect(packed?.byteLength).toBe(size);
      expect(
        createHash('sha256')
          .update(packed ?? '')
          .digest('hex'),
      ).toBe(hash);
    }
  });

  it('tells of every file that was altered or is gone, and packs nothing', async () => {
    const { project, last, key } = await filled();
    const at = path.join(env().ANJU_DATA_DIR, 'files', key);
    await writeFile(at, 'altered');
    const altered = await zipOf(project);
    expect(altered.status).toBe(422);
    expect(codes(altered.json)).toEqual(['archive.fileDamaged']);
    expect((altered.json as Json).reasons[0].params).toMatchObject({ no: '09-01', title: last.title });
    await rm(at);
    expect(codes((await zipOf(project)).json)).toEqual(['archive.fileMissing']);
  });
});
