import { X509Certificate } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as crt from '@/app/(office)/anju-ca.crt/route';
import * as mobileconfig from '@/app/(office)/anju-ca.mobileconfig/route';
import * as readyRoute from '@/app/api/health/ready/route';
import * as operationsRoute from '@/app/api/v1/operations/route';
import { operationsAnswer } from '@/lib/domain/operations/answers';
import { type Env, env } from '@/lib/server/env';
import { guide } from '@/lib/server/https/guide';
import { unitsForResidents } from '@/lib/server/units/for-residents';
import { setUp } from '@/scripts/https-setup.mjs';
import { makeWorld, type World } from '@/tests/support/world';

const DAY = 86_400_000;
let world: World;
let folder: string;
let settings: Env;

beforeAll(async () => {
  world = await makeWorld();
  settings = env();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'anju-https-'));
  settings.ANJU_DATA_DIR = folder;
  settings.ANJU_CERT_FILE = undefined;
  return () => rmSync(folder, { recursive: true, force: true });
});
afterAll(() => world.end());

const made = (now = new Date()) =>
  setUp({
    given: { name: ['anju.office.local', '192.168.1.20'] },
    settings: { ANJU_DATA_DIR: folder, PORT: '3000' },
    now,
  });
const warnings = async () => ((await (await readyRoute.GET()).json()) as { warnings: string[] }).warnings;
const page = async () =>
  operationsAnswer.parse(
    (await world.call(operationsRoute.GET, { as: 'prefectureBureau', path: '/api/v1/operations' })).json,
  );

test('before the set-up there is nothing to install, and nothing that could expire', async () => {
  expect([(await crt.GET()).status, (await mobileconfig.GET()).status, await guide(new Headers())]).toEqual([
    404,
    404,
    null,
  ]);
  expect((await warnings()).filter((code) => code.startsWith('certificate'))).toEqual([]);
  expect((await page()).certificate).toBeNull();
});

test('what devices fetch is the authority itself, in the two forms they take, and never a key', async () => {
  const { authority } = made();
  const answer = await crt.GET();
  const der = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-type')).toBe('application/x-x509-ca-cert');
  expect(new X509Certificate(der).fingerprint256).toBe(authority.fingerprint256);
  const profile = await mobileconfig.GET();
  const text = await profile.text();
  expect(profile.headers.get('content-type')).toBe('application/x-apple-aspen-config');
  const [, base64] = /<data>([\s\S]+?)<\/data>/.exec(text) ?? [];
  expect(Buffer.from(base64 ?? '', 'base64').equals(der)).toBe(true);
  expect(text).not.toContain('PRIVATE');
  expect(await (await mobileconfig.GET()).text()).toBe(text);
});

test('the guide gives the address by which it was opened, over plain http, and only names of the certificate', async () => {
  made();
  const addresses = async (headers: Record<string, string>, chosen?: string) =>
    (await guide(new Headers(headers), chosen))?.addresses;
  const [byName, byAddress] = ['http://anju.office.local/certificate', 'http://192.168.1.20/certificate'];
  expect(await addresses({ host: '192.168.1.20' })).toEqual([byAddress, byName]);
  expect(await addresses({ host: '192.168.1.20:3000' })).toEqual(['http://192.168.1.20:3000/certificate', byName]);
  expect(
    await addresses({ host: 'x', 'x-forwarded-host': 'anju.office.local:8443', 'x-forwarded-proto': 'https' }),
  ).toEqual([byName, byAddress]);
  expect(await addresses({ host: 'evil.example' }, 'http://evil.example/certificate')).toEqual([byName, byAddress]);
  expect(await addresses({ host: 'anju.office.local' }, byAddress)).toEqual([byAddress, byName]);
});

test('a certificate is told thirty days before it ends, on 运行状况 with its names, for monitors by its code', async () => {
  made(new Date(Date.now() - 363.5 * DAY));
  expect((await page()).certificate).toMatchObject({ names: ['anju.office.local', '192.168.1.20'], daysLeft: 30 });
  expect(await warnings()).not.toContain('certificate_expiring');
  await rm(path.join(folder, 'https'), { recursive: true });
  made(new Date(Date.now() - 364.5 * DAY));
  expect(await warnings()).toContain('certificate_expiring');
  expect((await page()).warnings).toContain('certificate_expiring');
});

test('a certificate of a real authority is watched where it is named; one that cannot be read is told', async () => {
  const { files } = made(new Date(Date.now() - 400 * DAY));
  settings.ANJU_CERT_FILE = files.certificate;
  expect((await page()).certificate?.daysLeft).toBeLessThan(0);
  expect(await warnings()).toContain('certificate_expiring');
  settings.ANJU_CERT_FILE = path.join(folder, 'missing.crt');
  expect(await warnings()).toContain('certificate_unreadable');
  settings.ANJU_CERT_FILE = undefined;
  await mkdir(path.join(folder, 'https'), { recursive: true });
  await writeFile(path.join(folder, 'https', 'server.crt'), 'nonsense');
  expect(await warnings()).toContain('certificate_unreadable');
  expect((await page()).certificate).toBeNull();
});

test('residents learn the names of the prefecture and its counties, and nothing below them or retired', async () => {
  const before = await unitsForResidents();
  expect(before.map(({ name }) => name)).toEqual(['楚雄州', '禄丰市', '双柏县']);
  expect(before.map(({ kind }) => kind)).toEqual(['prefecture', 'county', 'county']);
  await world.owner.query(`UPDATE unit SET valid_to = anju_today(), retired_reason = '并入' WHERE name = '双柏县'`);
  expect((await unitsForResidents()).map(({ name }) => name)).toEqual(['楚雄州', '禄丰市']);
});
