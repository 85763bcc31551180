import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as thumbnailRoute from '@/app/api/v1/files/[id]/thumbnail/route';
import * as files from '@/app/api/v1/files/route';
import { makeThumbnail } from '@/lib/server/files/thumbnails';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

let shade = 0;
async function upload(): Promise<string> {
  shade += 1;
  const picture = await sharp({
    create: { width: 900, height: 600, channels: 3, background: { r: shade, g: 120, b: 80 } },
  })
    .jpeg()
    .toBuffer();
  const made = await world.call(files.POST, {
    as: 'lufengClerk',
    method: 'POST',
    path: '/api/v1/files?purpose=photo',
    rawBody: new Uint8Array(picture),
    headers: { 'x-file-name': encodeURIComponent('外立面.jpg') },
  });
  expect(made.status).toBe(201);
  return (made.json as { id: string }).id;
}

const look = (id: string, as: 'lufengClerk' | 'shuangbaiClerk' = 'lufengClerk') =>
  world.call(thumbnailRoute.GET, { as, params: { id } });
const row = async (id: string) =>
  (
    await world.owner.query<{ thumbnail: string | null; storage: string }>(
      'SELECT thumbnail_key AS thumbnail, storage_key AS storage FROM stored_file WHERE id = $1',
      [id],
    )
  ).rows[0];
const asked = async (id: string): Promise<number> =>
  (await world.owner.query(`SELECT 1 FROM pgboss.job WHERE name = 'file.thumbnail' AND data ->> 'fileId' = $1`, [id]))
    .rowCount ?? 0;
const placeOf = (key: string) => path.join(process.env.ANJU_DATA_DIR ?? '', 'files', ...key.split('/'));

test('the job is asked for with the upload, and drawing it twice is drawing it once', async () => {
  const id = await upload();
  expect([await asked(id), (await row(id))?.thumbnail]).toEqual([1, null]);
  expect((await look(id)).status).toBe(202);
  await Promise.all([makeThumbnail({ fileId: id }), makeThumbnail({ fileId: id })]);
  const { rows } = await world.owner.query(
    `SELECT action FROM audit_line WHERE entity = 'stored_file' AND entity_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ action: 'file.upload' }]);
  expect((await look(id)).headers.get('content-type')).toBe('image/webp');
});

test('one that was lost or damaged is asked for again, once however many look, and drawn anew', async () => {
  const id = await upload();
  await makeThumbnail({ fileId: id });
  const key = (await row(id))?.thumbnail ?? '';
  await world.owner.query(`UPDATE pgboss.job SET state = 'completed' WHERE data ->> 'fileId' = $1`, [id]);
  await rm(placeOf(key));
  for (const _ of [1, 2, 3]) expect((await look(id)).status).toBe(202);
  expect(await asked(id)).toBe(2);
  await makeThumbnail({ fileId: id });
  expect((await look(id)).status).toBe(200);
  await writeFile(placeOf(key), 'not what it was');
  expect((await look(id)).status).toBe(202);
  await makeThumbnail({ fileId: id });
  expect((await look(id)).status).toBe(200);
});

test('of a picture that is gone there is none, and nothing breaks over it', async () => {
  const id = await upload();
  await rm(placeOf((await row(id))?.storage ?? ''));
  await makeThumbnail({ fileId: id });
  expect((await look(id)).status).toBe(202);
  await makeThumbnail({ fileId: '00000000-0000-7000-8000-000000000000' });
});

test("another county's, and one that does not exist, look alike", async () => {
  const id = await upload();
  const foreign = await look(id, 'shuangbaiClerk');
  const none = await look('00000000-0000-7000-8000-000000000000');
  expect([foreign.status, (foreign.json as { code: string }).code]).toEqual([404, 'not_found']);
  expect(none.json).toEqual(foreign.json);
  expect(await asked(id)).toBe(1);
});
