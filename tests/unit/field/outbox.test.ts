import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enter, leave, unsentOf, whoWaits, whoWorks } from '@/lib/client/outbox/device';
import { run } from '@/lib/client/outbox/engine';
import { deliver } from '@/lib/client/outbox/send';
import { openStore, type Store, storeName, UPGRADES } from '@/lib/client/outbox/store';
import { takeAlong } from '@/lib/client/outbox/taken';
import { ballotRecord } from '@/lib/domain/field/record';
import type { FieldAccount, FieldRecord, PhotoRef } from '@/lib/domain/field/types';
import { rel } from '@/scripts/paths.mjs';
import { type Answer, FieldServer, me, problem } from '../../support/field-server';

const ME: FieldAccount = { id: 'me', name: '李社区', username: 'jinshan' };
const OTHER: FieldAccount = { id: 'other', name: '王社区', username: 'other' };
const ROUND = 'round-1';
let clock = 1_000_000;
const now = () => clock;

const server = new FieldServer();
beforeEach(() => server.begin());

let store: Store;
beforeEach(async () => {
  await enter(ME);
  store = await openStore(ME.id);
});
afterEach(async () => {
  store.close();
  vi.unstubAllGlobals();
  for (const { id } of [ME, OTHER]) await deleteDB(storeName(id));
  await deleteDB('anju-field-device');
});

let made = 0;
function ballot(home: string, photos: PhotoRef[] = []): FieldRecord {
  made++;
  const id = `record-${made}`;
  return ballotRecord(
    { id, key: `key-${made}`, now: clock + made, roundId: ROUND, household: { id: home, where: home } },
    { choice: 'agree', channel: 'door' },
    photos,
  );
}
const picture = (recordId: string, key: string) =>
  ({ key, recordId, slot: 'ballot', blob: new Blob(['jpeg']) }) as const;

/** A server that has the session, the round and takes ballots. */
const kind = (path: string): Answer => {
  if (path === '/api/v1/me') return me(ME);
  if (path.startsWith('/api/v1/files')) return { status: 201, body: { id: 'file-1' } };
  if (path.endsWith('/package')) return { body: aPackage('open') };
  return { status: 201, body: { ballots: [{ id: 'ballot-1' }] } };
};
const aPackage = (status: string) => ({
  round: { id: ROUND, code: 'R1', round: 1, attempt: 1, status },
  compound: { id: 'c', name: '东苑' },
  homes: [],
  verdicts: [],
});
const states = async () => (await store.records()).map(({ state }) => state.is);
const go = (hurry = false) => run({ store, account: ME, now, hurry });

describe('the outbox', () => {
  test('without a network everything waits, and nobody is asked twice', async () => {
    await store.add(ballot('1'), []);
    await store.add(ballot('2'), []);
    server.answers = () => 'silence';
    expect(await go()).toBe('offline');
    expect(await states()).toEqual(['waiting', 'waiting']);
    expect(server.asked.map(({ path }) => path)).toEqual(['/api/v1/me']);
  });

  test('back in the network all is sent in the order in which it was recorded, photos first, and photos go from the device', async () => {
    const first = ballot('1', [{ slot: 'ballot', key: 'photo-1', fileId: null }]);
    await store.add(first, [picture(first.id, 'photo-1')]);
    await store.add(ballot('2'), []);
    server.answers = kind;
    expect(await go()).toBe('ok');
    expect(await states()).toEqual(['sent', 'sent']);
    const posts = server.asked.filter(({ key }) => key);
    expect(posts.map(({ key }) => key)).toEqual(['photo-1', first.key, expect.stringMatching(/^key-/)]);
    expect(posts[1]?.body).toMatchObject({ source: 'offline', ballots: [{ householdId: '1', photoFileId: 'file-1' }] });
    expect(await store.photosOf(first.id)).toEqual([]);
  });

  test('killed between photo and ballot it goes on from there, under the same keys, and sends no photo twice', async () => {
    const record = ballot('1', [{ slot: 'ballot', key: 'photo-1', fileId: null }]);
    await store.add(record, [picture(record.id, 'photo-1')]);
    // the process ends while the ballot is on its way: nothing after it is written
    server.answers = kind;
    await store.apply(record.id, { is: 'begun' });
    await store.apply(record.id, { is: 'photoStored', slot: 'ballot', fileId: 'file-1' });
    await store.apply(record.id, { is: 'leaving' });
    store.close();
    store = await openStore(ME.id);
    expect(await states()).toEqual(['sending']);
    await go();
    expect(await states()).toEqual(['sent']);
    expect(server.asked.filter(({ path }) => path.includes('/files'))).toEqual([]);
    expect(server.asked.find(({ path }) => path.endsWith('/ballots'))?.key).toBe(record.key);
  });

  test('an answer that never came is asked for under the same key, after its pause or at once when somebody says so', async () => {
    await store.add(ballot('1'), []);
    server.answers = (path) => (path.endsWith('/ballots') ? 'silence' : kind(path));
    expect(await go()).toBe('offline');
    server.answers = kind;
    await go();
    expect(await states()).toEqual(['waiting']);
    await go(true);
    expect(await states()).toEqual(['sent']);
    const keys = server.asked.filter(({ path }) => path.endsWith('/ballots')).map(({ key }) => key);
    expect(new Set(keys).size, 'keys of one record').toBe(1);
  });

  test('a sign-in page of somebody’s Wi-Fi answers everything and is nobody', async () => {
    await store.add(ballot('1'), []);
    server.answers = () => ({ status: 200, body: '<html>', type: 'text/html' });
    expect(await go()).toBe('offline');
    server.answers = (path) =>
      path.endsWith('/ballots') ? { status: 200, body: '<html>', type: 'text/html' } : kind(path);
    expect(await go()).toBe('offline');
    expect(await states()).toEqual(['waiting']);
  });

  test('the session has ended: everything stays, to be sent after signing in', async () => {
    await store.add(ballot('1'), []);
    server.answers = () => problem(401, 'sign_in_required');
    expect(await go()).toBe('signIn');
    server.answers = (path) => (path === '/api/v1/me' ? me(ME) : problem(401, 'sign_in_required'));
    expect(await go()).toBe('signIn');
    server.answers = kind;
    await go();
    expect(await states()).toEqual(['sent']);
  });

  test('a refusal keeps its sentences and its photo, and does not hold up the next', async () => {
    const refused = ballot('1', [{ slot: 'ballot', key: 'photo-1', fileId: null }]);
    await store.add(refused, [picture(refused.id, 'photo-1')]);
    await store.add(ballot('2'), []);
    const reasons = [{ code: 'a', message: '不在户册里' }];
    server.answers = (path, init) =>
      path.endsWith('/ballots') && String(init.body).includes('"householdId":"1"')
        ? problem(422, 'refused', { reasons })
        : kind(path);
    await go();
    expect(await states()).toEqual(['refused', 'sent']);
    expect((await store.records())[0]?.state).toMatchObject({ sentences: ['不在户册里'] });
    expect(await store.photosOf(refused.id)).toHaveLength(1);
    expect(await store.discard(refused.id)).toBe(true);
    expect(await store.photosOf(refused.id)).toEqual([]);
  });

  test('another officer was first: both are kept here until it is decided, then both are there', async () => {
    const record = ballot('1');
    await store.add(record, []);
    const theirs = [{ id: 'theirs', householdId: '1', choice: 'disagree', recordedBy: { id: 'x', name: '王' } }];
    server.answers = (path) =>
      path.endsWith('/ballots')
        ? problem(409, 'ballot_exists', { conflict: { theirs, yours: [], version: 0 } })
        : kind(path);
    await go();
    expect(await states()).toEqual(['conflict']);
    expect(await store.discard('nothing')).toBe(false);
    await store.apply(record.id, { is: 'decided', whose: 'theirs', reason: '当面核实', key: 'key-decided' });
    server.answers = kind;
    await go();
    expect(server.asked.at(-1)).toMatchObject({
      key: 'key-decided',
      body: { ballots: [{ beside: 'theirs', reason: '当面核实' }] },
    });
    expect(await states()).toEqual(['sent']);
  });

  test('a record of the first format is read and delivered by today’s code', async () => {
    const raw = JSON.parse(readFileSync(rel('tests/fixtures/field/record-1.json'), 'utf8'));
    await store.add(
      raw,
      raw.photos.map(({ slot, key }: PhotoRef) => ({ slot, key, recordId: raw.id, blob: new Blob(['jpeg']) })),
    );
    server.answers = kind;
    await go();
    expect(await states()).toEqual(['sent']);
    const [photo, authorisation, sent] = server.asked.filter(({ key }) => key);
    expect([photo?.key, authorisation?.key, sent?.key]).toEqual([raw.photos[0].key, raw.photos[1].key, raw.key]);
    expect(sent?.body).toMatchObject({
      ballots: [{ formNo: 'V1-0042-7', proxy: { name: '李春梅', fileId: 'file-1' } }],
    });
  });

  test('an application from before an upgrade opens the newer store and delivers', async () => {
    await store.add(ballot('1'), []);
    store.close();
    const newer = await openDB(storeName(ME.id), UPGRADES.length + 1, {
      upgrade: (db) => void db.createObjectStore('something-new'),
    });
    newer.close();
    store = await openStore(ME.id);
    server.answers = kind;
    await go();
    expect(await states()).toEqual(['sent']);
  });

  test('a record of a newer format is left alone, and counted as not sent', async () => {
    await store.add({ ...ballot('1'), format: 99 } as never, []);
    server.answers = kind;
    await go();
    expect(server.asked.filter(({ key }) => key)).toEqual([]);
    expect(await store.unsent()).toBe(1);
  });

  test('two sendings of one record at a time are one: the second finds it on its way', async () => {
    const record = ballot('1');
    await store.add(record, []);
    server.answers = kind;
    await Promise.all([1, 2, 3].map(() => deliver(record.id, { store, accountId: ME.id, now })));
    expect(server.asked).toHaveLength(1);
  });
});

describe('a round that was taken along', () => {
  const take = async () => {
    server.answers = kind;
    await takeAlong(store, 'rounds', ROUND, now);
  };

  test('is closed: its persons go from the device; what was not sent stays with its refusal until it is seen', async () => {
    await take();
    await store.add(ballot('1'), []);
    await go();
    await store.add(ballot('2'), []);
    server.answers = (path) => {
      if (path.endsWith('/package')) return { body: aPackage('closed') };
      return path.endsWith('/ballots') ? problem(409, 'round_closed') : kind(path);
    };
    clock += 1_000;
    await go();
    expect(await store.rounds()).toMatchObject([{ package: null, gone: 'closed' }]);
    expect(await store.records()).toMatchObject([{ household: { id: '2' }, state: { is: 'refused' } }]);
  });

  test('is no longer this officer’s', async () => {
    await take();
    server.answers = (path) => (path.endsWith('/package') ? problem(404, 'not_found') : kind(path));
    await go();
    expect(await store.rounds()).toMatchObject([{ package: null, gone: 'denied' }]);
  });

  test('stays as it is while nobody answers', async () => {
    await take();
    for (const answer of ['silence', problem(500, 'internal'), problem(429, 'too_many')] as Answer[]) {
      server.answers = (path) => (path.endsWith('/package') ? answer : kind(path));
      await go();
    }
    expect(await store.rounds()).toMatchObject([{ gone: null, package: { compound: { name: '东苑' } } }]);
  });

  test('a round that is not open is not taken along', async () => {
    server.answers = () => ({ body: aPackage('certified') });
    await takeAlong(store, 'rounds', ROUND, now);
    expect(await store.rounds()).toEqual([]);
  });
});

describe('who works on the device', () => {
  test('signing out takes everything away', async () => {
    await store.add(ballot('1'), []);
    expect(await unsentOf(ME.id)).toBe(1);
    store.close();
    await leave(ME.id);
    expect(await whoWorks()).toBeNull();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(storeName(ME.id));
  });

  test('another account sees nothing of the former, whose rounds and sent records are gone', async () => {
    server.answers = kind;
    await takeAlong(store, 'rounds', ROUND, now);
    await store.add(ballot('1'), []);
    await go();
    store.close();
    await enter(OTHER);
    expect(await whoWorks()).toMatchObject({ id: OTHER.id });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(storeName(ME.id));
  });

  test('what the former could not send waits unseen, and is sent when he signs in again', async () => {
    server.answers = kind;
    await takeAlong(store, 'rounds', ROUND, now);
    await store.add(ballot('1'), []);
    server.answers = (path) => (path === '/api/v1/me' ? me(OTHER) : kind(path));
    expect(await go()).toBe('other');
    expect(server.asked.some(({ path }) => path.endsWith('/ballots'))).toBe(false);
    expect(await store.rounds()).toEqual([]);
    expect(await whoWaits()).toEqual([expect.objectContaining({ name: ME.name, unsent: 1 })]);
    await enter(ME);
    server.answers = kind;
    await go();
    expect(await states()).toEqual(['sent']);
    expect(await whoWaits()).toEqual([]);
  });
});
