import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import tls from 'node:tls';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBrowser, LAUNCH_FLAGS } from '@/scripts/browser.mjs';
import { sleep } from '@/scripts/embedded-pg-process.mjs';
import { givePassword, PASSWORD } from '@/tests/support/sign-in';
import type { World } from '@/tests/support/world';
import { Client } from './support/client';
import { type Drill, openDrill } from './support/drill';
import { NAME, type OfficeNetwork, openOfficeNetwork, RESIDENTS } from './support/office-network';

let drill: Drill & { world: World };
let office: OfficeNetwork;

beforeAll(async () => {
  drill = await openDrill();
  office = await openOfficeNetwork(drill);
});
afterAll(async () => {
  await office?.end();
  await drill?.end();
});

const trusting = () => office.device(office.authority);
const plain = () => new Client(`http://127.0.0.1:${office.ports.http}`);
const resident = () => new Client(`http://127.0.0.1:${office.ports.residents}`);

/** Shakes hands as a client that can do these versions and nothing else; answers the version, or the refusal. */
const handshake = (options: tls.ConnectionOptions) =>
  new Promise<string>((resolve) => {
    const old = { ciphers: 'ALL:@SECLEVEL=0' }; // our own OpenSSL would not even try
    const socket = tls.connect(
      { host: '127.0.0.1', port: office.ports.https, servername: NAME, ca: office.authority, ...old, ...options },
      () => resolve(socket.getProtocol() ?? ''),
    );
    socket.once('secureConnect', () => socket.end());
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(`${error.code} ${error.message}`));
  });

test('a device that trusts the authority opens the system; one that does not is told by its browser', async () => {
  const answer = await trusting().ask('/api/health/live');
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { status: 'live' }]);
  await expect(office.device().ask('/api/health/live')).rejects.toThrow(
    /unable to (?:verify|get local issuer)|self.signed/,
  );
});

test('a person signs in, and no cookie travels without TLS', async () => {
  const person = trusting();
  const username = await givePassword(drill.world, 'lufengClerk');
  const answer = await person.signIn(username, PASSWORD);
  expect(answer.status).toBe(200);
  const lines = answer.headers['set-cookie'] ?? [];
  expect(lines.some((line) => line.startsWith('__Secure-next-auth.session-token='))).toBe(true);
  for (const line of lines) expect(line).toMatch(/; Secure/);
  expect((await person.json<{ username: string }>('/api/v1/me')).username).toBe(username);
  expect(answer.headers['strict-transport-security']).toBe('max-age=2592000');
});

test('plain http leads to https; to a host of ours, whatever host was asked for', async () => {
  const to = async (host: string) => (await plain().ask('/compounds?q=1', { headers: { host } })).headers.location;
  expect(await to(NAME)).toBe(`${office.url}/compounds?q=1`);
  expect(await to('192.168.1.20')).toBe(`https://192.168.1.20:${office.ports.https}/compounds?q=1`);
  expect(await to('evil.example')).toBe(`${office.url}/compounds?q=1`);
  expect((await plain().ask('/login', { headers: { host: NAME } })).status).toBe(307);
});

test('the guide and the authority are there over plain http, for devices that do not trust yet, and nothing else is', async () => {
  const headers = { host: NAME };
  const guide = await plain().ask('/certificate', { headers });
  expect(guide.status).toBe(200);
  expect(guide.text).toContain(new X509Certificate(office.authority).fingerprint256.slice(0, 23));
  expect(guide.headers['strict-transport-security']).toBeUndefined();
  expect(guide.headers['content-security-policy']).toContain(`connect-src 'self' ${office.url};`);
  const file = await plain().ask('/anju-ca.crt', { headers });
  expect(file.headers['content-type']).toBe('application/x-x509-ca-cert');
  expect((await plain().ask('/anju-ca.mobileconfig', { headers })).text).toContain('com.apple.security.root');
  for (const path of ['/api/health/live', '/api/v1/me', '/certificate/x', '/api/auth/csrf', '/residents'])
    expect((await plain().ask(path, { headers })).status, path).toBe(307);
  expect((await plain().ask('/certificate', { method: 'POST', headers })).status).toBe(403);
});

test('a name that is not the server’s gets no page', async () => {
  expect((await trusting().ask('/', { headers: { host: 'other.office.local' } })).status).toBe(421);
  expect((await trusting().ask('/', { headers: { host: RESIDENTS } })).status).toBe(421);
  expect(await handshake({ servername: 'other.office.local' })).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
});

test('TLS 1.2 and 1.3, and nothing older', async () => {
  expect(await handshake({ minVersion: 'TLSv1.3' })).toBe('TLSv1.3');
  expect(await handshake({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
  expect(await handshake({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' })).toContain('PROTOCOL_VERSION');
});

test('nobody passes for another address', async () => {
  const stranger = trusting();
  const { csrfToken } = await stranger.json<{ csrfToken: string }>('/api/auth/csrf');
  const form = new URLSearchParams({ csrfToken, username: 'nobody-here', password: 'wrong wrong', json: 'true' });
  await stranger.ask('/api/auth/callback/credentials', {
    method: 'POST',
    rawBody: Buffer.from(form.toString()),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': '10.9.8.7',
      'x-real-ip': '10.9.8.7',
      forwarded: 'for=10.9.8.7',
    },
  });
  const { rows } = await drill.world.owner.query<{ address: string }>(
    `SELECT after ->> 'address' AS address FROM audit_line WHERE action = 'account.sign_in_unknown'`,
  );
  expect(rows).toEqual([{ address: '127.0.0.1' }]);
});

test('a large upload arrives whole; what is too large is refused in words', async () => {
  const person = trusting();
  person.keep((await drill.world.signIn('lufengClerk')).replace(/^next-auth/, '__Secure-next-auth'));
  const pdf = Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    Buffer.alloc(15 * 1024 * 1024, '% a long comment\n'),
    Buffer.from('\ntrailer<<>>\n%%EOF\n'),
  ]);
  const send = (rawBody: Buffer) =>
    person.ask('/api/v1/files?purpose=document', {
      method: 'POST',
      rawBody,
      headers: { 'x-file-name': 'plan.pdf', 'content-type': 'application/octet-stream' },
    });
  const sent = await send(pdf);
  expect([sent.status, (JSON.parse(sent.text) as { size?: number }).size ?? sent.text]).toEqual([201, pdf.length]);
  const refused = await send(Buffer.alloc(64 * 1024 * 1024 + 1));
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
    413,
    { code: 'body_too_large', detail: '一次最多 64 MB，请分批上传。' },
  ]);
});

test('residents reach their pages and nothing else, whatever host they name and whatever they carry', async () => {
  const cookie = (await drill.world.signIn('lufengClerk')).replace(/^next-auth/, '__Secure-next-auth');
  for (const host of [RESIDENTS, NAME, `${NAME}:${office.ports.https}`, '127.0.0.1', 'evil.example']) {
    const headers = { host, cookie, 'x-forwarded-host': NAME };
    const front = await resident().ask('/', { headers });
    expect([host, front.status]).toEqual([host, 200]);
    expect(front.text).toContain('禄丰市');
    expect(front.text).not.toContain('href="/login"');
    expect(front.headers['set-cookie']).toBeUndefined();
    for (const path of ['/login', '/compounds', '/certificate', '/anju-ca.crt', '/api/v1/me', '/api/health/ready'])
      expect([host, path, (await resident().ask(path, { headers })).status]).toEqual([host, path, 404]);
  }
});

test('a renewed certificate is taken up by nginx, and no device has to install anything', async () => {
  const serial = async () => {
    let seen = '';
    await new Promise<void>((resolve, reject) => {
      const socket = tls.connect(
        { host: '127.0.0.1', port: office.ports.https, servername: NAME, ca: office.authority },
        () => {
          seen = socket.getPeerCertificate().serialNumber;
          socket.end();
          resolve();
        },
      );
      socket.once('error', reject);
    });
    return seen;
  };
  const before = await serial();
  const { server } = await office.setUpAgain(['--renew', '--now']);
  // until its old workers are gone, either of them may answer
  let seen = before;
  for (let tries = 0; tries < 50 && seen !== server.serialNumber; tries++) {
    await sleep(100);
    seen = await serial();
  }
  expect(seen).toBe(server.serialNumber);
  expect(server.serialNumber).not.toBe(before);
});

/** What a browser takes for trusted as if the authority had been installed: the key of this very server. */
async function pinOfServer(): Promise<string> {
  const { publicKey } = new X509Certificate(await readFile(path.join(drill.files, 'https/server.crt')));
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

test.each([
  ['not yet', '这台设备还没有信任本系统', async () => []],
  ['trusts it', '这台设备已经信任本系统', async () => [`--ignore-certificate-errors-spki-list=${await pinOfServer()}`]],
])('the guide, opened over plain http, finds out from the device itself: %s', async (_, says, flags) => {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [...LAUNCH_FLAGS, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`, ...(await flags())],
  });
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto(`http://${NAME}:${office.ports.http}/certificate`);
    await page.getByText(says).waitFor({ timeout: 20_000 });
    expect(page.url()).toMatch(/^http:/);
  } finally {
    await browser.close();
  }
});

test('before the set-up the guide says so, and what the administrator does', async () => {
  const empty = await mkdtemp(path.join(drill.files, 'empty-'));
  const server = await drill.serve({ env: { ANJU_DATA_DIR: empty } });
  const guide = await server.client().ask('/certificate');
  expect(guide.status).toBe(200);
  expect(guide.text).toContain('还没有建立证书');
  expect(guide.text).toContain('npm run https:setup');
  expect((await server.client().ask('/anju-ca.crt')).status).toBe(404);
});
