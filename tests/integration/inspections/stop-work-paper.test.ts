import { writeFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as inspectionRoute from '@/app/api/v1/inspections/[id]/route';
import * as inspectionsRoute from '@/app/api/v1/projects/[id]/inspections/route';
import * as docxRoute from '@/app/api/v1/projects/[id]/stop-works/[stopWorkId]/docx/route';
import * as liftDocxRoute from '@/app/api/v1/projects/[id]/stop-works/[stopWorkId]/lift/docx/route';
import * as liftRoute from '@/app/api/v1/projects/[id]/stop-works/[stopWorkId]/lift/route';
import * as stopWorksRoute from '@/app/api/v1/projects/[id]/stop-works/route';
import type { Handler } from '@/lib/server/define-route';
import type { Json } from '../../support/asking';
import { begin, found, inspection } from '../../support/inspections';
import { projectAt } from '../../support/stage-project';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

async function docx(handler: { GET: Handler }, params: Record<string, string>, as: Person = 'lufengClerk') {
  const { response, status } = await world.call(handler.GET, { as, params });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status, bytes, name: decodeURIComponent(response.headers.get('content-disposition') ?? '') };
}
const wordsOf = (bytes: Uint8Array) =>
  new TextDecoder().decode(unzipSync(bytes)['word/document.xml']).replace(/<[^>]+>/g, '');

it('停工通知、复工通知: made anew from what is kept, the same bytes whatever happens afterwards', async () => {
  const project = await begin(world, await projectAt(world, 8, 'submit'));
  const stopWork = { no: '禄住建停〔2020〕9号', reason: '高处作业无防护', scope: 'compound' };
  const made = await world.call(inspectionsRoute.POST, {
    ...{ as: 'lufengClerk', method: 'POST', params: { id: project.id } },
    body: inspection(project, { checks: [found('S-05')], stopWork }),
  });
  expect(made.status).toBe(201);
  const detail = (await world.call(inspectionRoute.GET, { as: 'lufengClerk', params: { id: (made.json as Json).id } }))
    .json as Json;
  const params = { id: project.id, stopWorkId: detail.stopNote.id };
  expect(detail.stopNote.lifted).toBe(false);

  const first = await docx(docxRoute, params);
  expect(first.status).toBe(200);
  expect(first.name).toContain('停工整改的通知.docx');
  for (const said of [stopWork.no, stopWork.reason, '积水', '2020-04-10', '滇中建工', '2020年4月1日', '王丽'])
    expect(wordsOf(first.bytes), said).toContain(said);
  expect((await docx(liftDocxRoute, params)).status).toBe(404);
  expect((await docx(docxRoute, params, 'shuangbaiClerk')).status).toBe(404);
  expect((await docx(docxRoute, params, 'lufengCommunity2')).status).toBe(404);

  await world.owner.query(`UPDATE project SET name = '改了名的项目' WHERE id = $1`, [project.id]);
  await world.owner.query(
    `UPDATE finding SET status = 'closed', rectified_on = '2020-04-05', rectification = '已抽排并找坡', rechecked_on = '2020-04-06' WHERE project_id = $1`,
    [project.id],
  );
  const [note] = (
    (await world.call(stopWorksRoute.GET, { as: 'lufengClerk', params: { id: project.id } })).json as Json
  ).items;
  const lifted = await world.call(liftRoute.POST, {
    ...{ as: 'prefectureBureau', method: 'POST', params, headers: { 'if-match': `"${note.version}"` } },
    body: { liftedOn: '2020-04-08', reason: '已整改复查', fileId: project.fileId },
  });
  expect(lifted.status, JSON.stringify(lifted.json)).toBe(200);
  expect(Buffer.from((await docx(docxRoute, params)).bytes).equals(Buffer.from(first.bytes))).toBe(true);

  const lift = await docx(liftDocxRoute, params);
  for (const said of [stopWork.no, '已整改复查', '已抽排并找坡', '2020-04-06', '2020年4月8日', '州住房和城乡建设局'])
    expect(wordsOf(lift.bytes), said).toContain(said);
  expect(wordsOf(lift.bytes)).not.toContain('改了名的项目');
  const actor = world.actors.prefectureBureau.displayName;
  expect(wordsOf(lift.bytes)).toContain(`经办人：${actor}（`);
  await world.owner.query(`UPDATE account SET display_name = '别人' WHERE id = $1`, [
    world.actors.prefectureBureau.accountId,
  ]);
  expect(Buffer.from((await docx(liftDocxRoute, params)).bytes).equals(Buffer.from(lift.bytes))).toBe(true);
  if (process.env.ANJU_KEEP_PAPERS) {
    await writeFile(`${process.env.ANJU_KEEP_PAPERS}/stop.docx`, first.bytes);
    await writeFile(`${process.env.ANJU_KEEP_PAPERS}/lift.docx`, lift.bytes);
  }
});
