import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as retireRoute from '@/app/api/v1/compounds/[id]/files/[fileId]/retire/route';
import * as filesOfCompound from '@/app/api/v1/compounds/[id]/files/route';
import * as compoundRoute from '@/app/api/v1/compounds/[id]/route';
import * as compounds from '@/app/api/v1/compounds/route';
import * as drafts from '@/app/api/v1/drafts/[form]/[subject]/route';
import * as fileRoute from '@/app/api/v1/files/[id]/route';
import * as thumbnailRoute from '@/app/api/v1/files/[id]/thumbnail/route';
import * as files from '@/app/api/v1/files/route';
import { LocalStore } from '@/lib/server/files/store';
import { makeThumbnail } from '@/lib/server/files/thumbnails';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;
const json = (called: { json: never }) => called.json as Json;

const photo = (width = 640) =>
  sharp({ create: { width, height: 480, channels: 3, background: { r: 90, g: 120, b: 150 } } });
const send = (bytes: Uint8Array | string, name = '正门.jpg', purpose = 'photo', as: Person = 'lufengClerk') =>
  world.call(files.POST, {
    as,
    method: 'POST',
    path: `/api/v1/files?purpose=${purpose}`,
    rawBody: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    headers: { 'x-file-name': encodeURIComponent(name) },
  });
const fetchFile = (id: string, as: Person = 'lufengClerk', search = '') =>
  world.call(fileRoute.GET, { as, params: { id }, path: `/x${search}` });
const bytesOf = async (called: { response: Response }) => Buffer.from(await called.response.arrayBuffer());

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

describe('what is taken in', () => {
  test('a photo is drawn anew: no place of the camera, no script behind the pixels', async () => {
    const original = await photo()
      .withExif({ IFD0: { Copyright: 'anju-secret-owner' }, IFD3: { GPSLatitude: '25/1 8/1 0/1' } })
      .jpeg()
      .toBuffer();
    const polyglot = Buffer.concat([original, Buffer.from('<script>alert(document.domain)</script>PK')]);
    const made = await send(polyglot);
    expect(made.status).toBe(201);
    expect(json(made)).toMatchObject({
      name: '正门.jpg',
      mediaType: 'image/jpeg',
      width: 640,
      height: 480,
      thumbnail: true,
    });
    const back = await fetchFile(json(made).id);
    const bytes = await bytesOf(back);
    expect(bytes.includes('<script>') || bytes.includes('anju-secret-owner')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('正门.jpg')}`,
    });
    const shown = await fetchFile(json(made).id, 'lufengClerk', '?inline=1');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    const small = () => world.call(thumbnailRoute.GET, { as: 'lufengClerk', params: { id: json(made).id } });
    // the answer did not wait for it: until the worker has drawn it, there is nothing to show and a word when to come again
    const early = await small();
    expect([early.status, early.headers.get('retry-after'), await early.response.text()]).toEqual([202, '1', '']);
    await makeThumbnail({ fileId: json(made).id });
    expect((await sharp(await bytesOf(await small())).metadata()).width).toBe(480);
  });

  test('a PDF is a download only', async () => {
    const made = await send(PDF, '批复.pdf', 'document');
    expect(json(made)).toMatchObject({ mediaType: 'application/pdf', thumbnail: false });
    const back = await fetchFile(json(made).id, 'lufengClerk', '?inline=1');
    expect(back.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await bytesOf(back)).toString()).toBe(PDF);
  });

  test.each([
    ['HTML under a photo’s name', '<!doctype html><script>alert(1)</script>', 415],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 415],
    ['a GIF with script', 'GIF89a/*<script>*/=1;alert(1)', 415],
    ['a program', 'MZ\u0090\u0000\u0003', 415],
    ['a picture cut off', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), 415],
    ['a zip that is no document', Buffer.from('PK\u0003\u0004nonsense'), 415],
    ['nothing', '', 400],
  ])('%s is refused with a sentence', async (_what, body, status) => {
    const refused = await send(body as string);
    expect([400, 415]).toContain(refused.status);
    if (status === 415) expect(refused.status).toBe(415);
    expect(json(refused).detail).toMatch(/。$/);
  });

  test('a document is no photo; more than 20 MB is refused while it streams', async () => {
    expect(json(await send(PDF, 'a.jpg', 'photo')).code).toBe('photo_expected');
    const huge = await send(Buffer.alloc(20 * 1024 * 1024 + 1, 0xff));
    expect([huge.status, json(huge).code]).toEqual([413, 'file_too_large']);
  });

  test.each(['../../../etc/passwd', '..\\..\\web.config', '/etc/shadow', 'a\u0000b.html', '<b>.svg', '....', ''])(
    'the name %j leads nowhere',
    async (name) => {
      const made = json(await send(await photo(64).png().toBuffer(), name));
      expect(made.name).toMatch(/^[^/\\<>]+\.png$/);
      expect(made.name).not.toMatch(/^\./);
    },
  );

  test('who may not upload may not; nobody’s and forged requests are refused', async () => {
    const bytes = await photo(32).jpeg().toBuffer();
    for (const person of ['prefectureLeader', 'lufengLeader'] as const)
      expect((await send(bytes, 'a.jpg', 'photo', person)).status, person).toBe(403);
    const nobody = await world.call(files.POST, { method: 'POST', rawBody: new Uint8Array(bytes) });
    expect(nobody.status).toBe(401);
    const forged = await world.call(files.POST, {
      as: 'lufengClerk',
      method: 'POST',
      rawBody: new Uint8Array(bytes),
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(forged.status).toBe(403);
  });
});

describe('photos of a compound', () => {
  async function withPhoto() {
    const communityId = world.lufeng.subdistricts[0]?.communities[0]?.id;
    const compound = json(
      await world.call(compounds.POST, {
        as: 'lufengClerk',
        method: 'POST',
        body: { name: `照片小区${Math.random()}`, communityId },
      }),
    );
    const file = json(await send(await photo(800).jpeg().toBuffer()));
    const attached = await world.call(filesOfCompound.POST, {
      as: 'lufengClerk',
      method: 'POST',
      params: { id: compound.id },
      body: { fileId: file.id, kind: 'photo', caption: '正门', takenOn: '2020-03-01' },
    });
    expect(attached.status).toBe(201);
    return { compound, file, attached: json(attached) };
  }

  test('stand in the territory of the compound, and make its record more complete', async () => {
    const { compound, file, attached } = await withPhoto();
    expect(attached).toMatchObject({ caption: '正门', takenOn: '2020-03-01', file: { id: file.id } });
    const gaps = json(await world.call(compoundRoute.GET, { as: 'lufengClerk', params: { id: compound.id } })).verdict
      .gaps;
    expect(gaps.map((gap: Json) => gap.code)).not.toContain('readiness.photos');
    const may = {
      lufengCommunity: 200,
      prefectureBureau: 200,
      lufengCommunity2: 404,
      shuangbaiClerk: 404,
      shuangbaiCommunity: 404,
    };
    for (const [person, status] of Object.entries(may))
      expect((await fetchFile(file.id, person as Person)).status, person).toBe(status);
    const foreign = await world.call(filesOfCompound.POST, {
      as: 'shuangbaiClerk',
      method: 'POST',
      params: { id: compound.id },
      body: { fileId: file.id, kind: 'photo' },
    });
    expect(foreign.status).toBe(404);
  });

  test('documents stand beside them with name, size and who added them, and count as no photo', async () => {
    const body = { name: `文件小区${Math.random()}` };
    const compound = json(await world.call(compounds.POST, { as: 'lufengClerk', method: 'POST', body }));
    const file = json(await send(PDF, '批复.pdf', 'document'));
    const params = { id: compound.id };
    const attach = { fileId: file.id, kind: 'document', caption: '立项批复', takenOn: null };
    const made = await world.call(filesOfCompound.POST, { as: 'lufengClerk', method: 'POST', params, body: attach });
    expect(made.status).toBe(201);
    const listed = json(await world.call(filesOfCompound.GET, { as: 'lufengClerk', params })).items;
    expect(listed).toMatchObject([
      { kind: 'document', caption: '立项批复', takenOn: null, file: { name: '批复.pdf', size: PDF.length } },
    ]);
    expect(listed[0].createdBy).toBeTruthy();
    const { gaps } = json(await world.call(compoundRoute.GET, { as: 'lufengClerk', params })).verdict;
    expect(gaps.map((gap: Json) => gap.code)).toContain('readiness.photos');
  });

  test('are taken down with a reason, once, and never twice attached', async () => {
    const { compound, file, attached } = await withPhoto();
    const again = await world.call(filesOfCompound.POST, {
      as: 'lufengClerk',
      method: 'POST',
      params: { id: compound.id },
      body: { fileId: file.id, kind: 'photo' },
    });
    expect(json(again).reasons[0].code).toBe('file.attachedAlready');
    const retire = () =>
      world.call(retireRoute.POST, {
        as: 'lufengClerk',
        method: 'POST',
        params: { id: compound.id, fileId: attached.id },
        body: { reason: '拍错了小区' },
      });
    expect((await retire()).status).toBe(200);
    expect((await retire()).status).toBe(404);
    expect((await fetchFile(file.id)).status).toBe(200);
  });

  test('a file damaged on the disk says so', async () => {
    const made = json(await send(await photo(99).png().toBuffer()));
    const { rows } = await world.owner.query('SELECT storage_key FROM stored_file WHERE id = $1', [made.id]);
    await writeFile(path.join(process.env.ANJU_DATA_DIR ?? '', 'files', rows[0].storage_key), 'damaged');
    expect(json(await fetchFile(made.id))).toMatchObject({ status: 410, code: 'file_damaged' });
  });
});

describe('work before storing', () => {
  const root = () => path.join(process.env.ANJU_DATA_DIR ?? '', 'files');
  const everyFile = async () => (await readdir(root(), { recursive: true })).sort();
  /** what other tests are taking in at this moment comes and goes */
  const settled = (before: string[]) => expect.poll(everyFile, { timeout: 10_000 }).toEqual(before);

  test('leaves nothing where the file is refused, whatever is wrong with it', async () => {
    await send(PDF, '批复.pdf', 'document');
    const before = await everyFile();
    const half = (await photo().png().toBuffer()).subarray(0, 400);
    for (const [bytes, purpose] of [
      [PDF, 'photo'],
      [half, 'photo'],
      ['<svg/>', 'document'],
      ['', 'document'],
      [new Uint8Array(21 * 1024 * 1024), 'document'],
    ] as const)
      expect((await send(bytes, 'x', purpose)).status).toBeGreaterThanOrEqual(400);
    await settled(before);
  });

  test('what a killed process left is taken away after a day', async () => {
    const store = new LocalStore(root());
    const [old, fresh] = [await store.scratch(), await store.scratch()];
    for (const { file } of [old, fresh]) await writeFile(file, '户主名册');
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    await utimes(old.file, yesterday, yesterday);
    await store.tidy();
    const left = await readdir(path.join(root(), 'tmp'));
    expect([left.includes(path.basename(old.file)), left.includes(path.basename(fresh.file))]).toEqual([false, true]);
    await fresh.release();
  });
});

describe('drafts', () => {
  const which = { form: 'compound', subject: 'new' };
  const call = (method: 'GET' | 'PUT' | 'DELETE', as: Person, body?: object, params: Record<string, string> = which) =>
    world.call({ GET: drafts.GET, PUT: drafts.PUT, DELETE: drafts.DELETE }[method], {
      as,
      method,
      params,
      ...(body ? { body } : {}),
    });

  test('come back to the person who left them, and to nobody else', async () => {
    const kept = await call('PUT', 'lufengClerk', { content: { name: '半个小区', phone: '13811112222' } });
    expect(json(kept).savedAt).toMatch(/T/);
    expect(json(await call('GET', 'lufengClerk')).draft.content.name).toBe('半个小区');
    expect(json(await call('GET', 'lufengClerk2')).draft).toBeNull();
    const { rows } = await world.owner.query("SELECT encode(cipher, 'escape') AS text FROM draft");
    expect(rows[0].text).not.toContain('13811112222');
    expect((await call('DELETE', 'lufengClerk')).status).toBe(204);
    expect(json(await call('GET', 'lufengClerk')).draft).toBeNull();
  });

  test('are refused under a strange name; people of projects may keep theirs too', async () => {
    expect((await call('PUT', 'lufengClerk', { content: {} }, { form: '../x', subject: 'a' })).status).toBe(404);
    expect((await call('PUT', 'lufengEntity', { content: { a: 1 } })).status).toBe(200);
  });
});
