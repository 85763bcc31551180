import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enter } from '@/lib/client/outbox/device';
import { run } from '@/lib/client/outbox/engine';
import { openStore, type Store, storeName, UPGRADES } from '@/lib/client/outbox/store';
import { takeAlong } from '@/lib/client/outbox/taken';
import { ballotRecord, inspectionDraft, NOT_YET, reportDraft } from '@/lib/domain/field/record';
import type { FieldAccount, ReportRecord } from '@/lib/domain/field/types';
import { bodyOf as inspectionBody, photoOf } from '@/lib/domain/inspections/filled';
import { bodyOf, valuesOf } from '@/lib/domain/progress/filled';
import { type Answer, FieldServer, me, problem } from '../../support/field-server';
import { PROJECT_ID, reportOf, sitePackageOf, wrongRoof } from '../../support/site-package';

const ME: FieldAccount = { id: 'inspector', name: '赵监理', username: 'jianli' };
const PROJECT = { id: PROJECT_ID, name: '卫生局小区改造' };
const ROOF = photoOf('B-R01-01');
let clock = 1_000_000;
const now = () => clock;
const server = new FieldServer();

let store: Store;
beforeEach(async () => {
  server.begin();
  await enter(ME);
  store = await openStore(ME.id);
});
afterEach(async () => {
  store.close();
  vi.unstubAllGlobals();
  await deleteDB(storeName(ME.id));
  await deleteDB('anju-field-device');
});

const kind = (path: string, { method }: RequestInit = {}): Answer => {
  if (path === '/api/v1/me') return me(ME);
  if (path.startsWith('/api/v1/files')) return { status: 201, body: { id: `file-${server.asked.length}` } };
  if (path.endsWith('/site')) return { body: sitePackageOf() };
  if (path.endsWith('/inspections')) return { status: 201, body: { id: 'inspection-1' } };
  return { body: { id: 'report-1', version: method === 'PUT' ? 4 : 5 } };
};
const go = (hurry = false) => run({ store, account: ME, now, hurry });
const picture = (key: string) => ({ key, blob: new Blob([key]) });
const posts = () => server.asked.filter(({ key }) => key);

let made = 0;
async function begunInspection(): Promise<string> {
  const id = `inspection-record-${++made}`;
  await store.add(inspectionDraft({ id, key: `key-${made}`, now: clock, project: PROJECT }, wrongRoof()), []);
  return id;
}
const finish = (id: string, slots: string[], key = 'finished') => {
  const stated = { deviceAt: '2026-11-21T02:00:00.000Z', position: undefined };
  const files = Object.fromEntries(slots.map((slot) => [slot, NOT_YET]));
  const body = inspectionBody(wrongRoof(), ['B-R01-01', 'S-01'], files, stated);
  return store.finish(id, { kind: 'inspection', body }, new Set(slots), key);
};

async function begunReport(act: ReportRecord['act'], people = '12'): Promise<ReportRecord> {
  const values = { ...valuesOf(reportOf()), people };
  const record = reportDraft(
    { id: `report-record-${++made}`, key: `key-${made}`, now: clock, project: PROJECT },
    { month: '2026-11', version: 3, values },
  );
  await store.add(record, []);
  await store.finish(
    record.id,
    { kind: 'report', act, body: bodyOf(values, reportOf().planned) },
    new Set(),
    `sent-${made}`,
  );
  return record;
}

describe('an inspection in the outbox', () => {
  test('while it is written nothing of it is sent, and it is counted as not there', async () => {
    await begunInspection();
    server.answers = kind;
    await go();
    expect(posts()).toEqual([]);
    expect(await store.unsent()).toBe(1);
  });

  test('the page dies while it is written: what was typed and its pictures are there', async () => {
    const id = await begunInspection();
    const values = { ...wrongRoof(), summary: '屋面积水' };
    await store.apply(id, {
      is: 'drafted',
      values: { kind: 'inspection', values, stated: { startedAt: 'x', position: null } },
    });
    await store.setPhoto(id, ROOF, picture('first'));
    await store.setPhoto(id, ROOF, picture('second'));
    store.close();
    store = await openStore(ME.id);
    expect(await store.records()).toMatchObject([{ state: { is: 'draft' }, values: { summary: '屋面积水' } }]);
    expect((await store.photosOf(id)).map(({ key, slot }) => [key, slot])).toEqual([['second', ROOF]]);
    await store.setPhoto(id, ROOF, null);
    expect(await store.photosOf(id)).toEqual([]);
  });

  test('finished, its pictures go first; those of points that were right after all do not go', async () => {
    const id = await begunInspection();
    await store.setPhoto(id, ROOF, picture('roof'));
    await store.setPhoto(id, 'site.0', picture('site'));
    await store.setPhoto(id, photoOf('S-01'), picture('helmet'));
    await finish(id, [ROOF, 'site.0']);
    expect((await store.photosOf(id)).map(({ slot }) => slot).sort()).toEqual([ROOF, 'site.0']);
    server.answers = kind;
    expect(await go()).toBe('ok');
    const sent = posts().at(-1);
    expect(sent).toMatchObject({ path: `/api/v1/projects/${PROJECT_ID}/inspections`, method: 'POST', key: 'finished' });
    expect(sent?.body).toMatchObject({
      photoFileIds: [expect.stringMatching(/^file-/)],
      checks: [{ finding: { photoFileId: expect.stringMatching(/^file-/) } }, { code: 'S-01', result: 'pass' }],
    });
    expect(await store.records()).toMatchObject([{ state: { is: 'sent', madeId: 'inspection-1' } }]);
    expect(await store.photosOf(id)).toEqual([]);
  });

  test('refused and mended, a picture that is there already is not sent twice', async () => {
    const id = await begunInspection();
    await store.setPhoto(id, ROOF, picture('roof'));
    await finish(id, [ROOF]);
    const reasons = [{ code: 'x', message: '施工合同已终止' }];
    server.answers = (path, init) =>
      path.endsWith('/inspections') ? problem(422, 'refused', { reasons }) : kind(path, init);
    await go();
    await store.apply(id, { is: 'reopened' });
    await store.setPhoto(id, 'site.0', picture('site'));
    await finish(id, [ROOF, 'site.0'], 'again');
    server.answers = kind;
    server.asked = [];
    await go();
    expect(posts().map(({ key }) => key)).toEqual(['site', 'again']);
    expect(posts().at(-1)?.body).toMatchObject({
      checks: [{ finding: { photoFileId: expect.stringMatching(/^file-/) } }, {}],
    });
  });
});

describe('a report in the outbox', () => {
  test.each([
    ['save', 'PUT', `/api/v1/projects/${PROJECT_ID}/reports/2026-11`, 4],
    ['submit', 'POST', `/api/v1/projects/${PROJECT_ID}/reports/2026-11/submit`, 5],
  ] as const)('to %s goes by %s with the version that was read', async (act, method, path, version) => {
    await begunReport(act);
    server.answers = kind;
    await go();
    expect(posts()).toMatchObject([{ method, path, version: '"3"', body: { people: 12 } }]);
    expect(await store.records()).toMatchObject([{ state: { is: 'sent', version } }]);
  });

  test('a colleague kept something meanwhile: both are here until one is chosen, and his pictures stay', async () => {
    const { id } = await begunReport('save');
    const theirs = reportOf({
      status: 'draft',
      version: 6,
      content: { ...reportOf().content, people: 30, photos: ['his'] },
    });
    server.answers = (path, init) =>
      path.includes('/reports/')
        ? problem(409, 'version_conflict', { conflict: { theirs, yours: {}, version: 6 } })
        : kind(path, init);
    await go();
    expect(await store.records()).toMatchObject([{ state: { is: 'conflict', theirs: { version: 6 } } }]);
    await store.apply(id, { is: 'decided', whose: 'mine', reason: '', key: 'chosen' });
    server.answers = kind;
    await go();
    expect(posts().at(-1)).toMatchObject({ key: 'chosen', version: '"6"', body: { people: 12, photos: ['his'] } });
  });

  test('it had arrived, and its answer was lost longer ago than keys are kept: it is there, and not asked about', async () => {
    await begunReport('submit');
    const theirs = reportOf({ status: 'submitted', version: 5, content: { ...reportOf().content, people: 12 } });
    server.answers = (path, init) =>
      path.includes('/reports/')
        ? problem(409, 'version_conflict', { conflict: { theirs, yours: {}, version: 5 } })
        : kind(path, init);
    await go();
    expect(await store.records()).toMatchObject([{ state: { is: 'sent', version: 5 } }]);
  });
});

describe('a project that was taken along', () => {
  const take = async () => {
    server.answers = kind;
    await takeAlong(store, 'projects', PROJECT_ID, now);
  };

  test('is here with its checklist and its months, and is fetched anew at each contact', async () => {
    await take();
    clock += 60_000;
    await go();
    expect(await store.projects()).toMatchObject([
      { title: PROJECT.name, askedAt: clock, package: { reports: [{ month: '2026-11' }] }, gone: null },
    ]);
  });

  test.each([
    [
      'has ended',
      () => ({ body: sitePackageOf({ project: { ...sitePackageOf().project, status: 'completed' } }) }),
      'closed',
    ],
    ['is no longer his', () => problem(404, 'not_found'), 'denied'],
  ])('%s: it goes from the device, what is not sent stays', async (_, answer, gone) => {
    await take();
    const id = await begunInspection();
    server.answers = (path, init) => (path.endsWith('/site') ? (answer() as Answer) : kind(path, init));
    await go();
    expect(await store.projects()).toMatchObject([{ package: null, gone }]);
    expect(await store.records()).toMatchObject([{ id }]);
  });

  test('that has ended is not taken along', async () => {
    server.answers = () => ({ body: sitePackageOf({ project: { ...sitePackageOf().project, status: 'terminated' } }) });
    await takeAlong(store, 'projects', PROJECT_ID, now);
    expect(await store.projects()).toEqual([]);
  });
});

test('a store from before there were projects opens with its ballots, and takes projects', async () => {
  store.close();
  await deleteDB(storeName(ME.id));
  const older = await openDB(storeName(ME.id), 1, { upgrade: (db) => UPGRADES[0]?.(db as never) });
  const ballot = ballotRecord(
    { id: 'b', key: 'k', now: clock, roundId: 'round', household: { id: '1', where: '1栋 101' } },
    { choice: 'agree', channel: 'door' },
    [],
  );
  await older.add('records', { ...ballot, format: 1 });
  older.close();
  store = await openStore(ME.id);
  server.answers = kind;
  await takeAlong(store, 'projects', PROJECT_ID, now);
  expect(await store.projects()).toHaveLength(1);
  expect(await store.records()).toMatchObject([{ kind: 'ballot', format: 2 }]);
});
