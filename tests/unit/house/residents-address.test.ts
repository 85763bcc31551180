import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type IncomingHttpHeaders, type Server } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFront } from '@/scripts/serve-front.mjs';
import { openTarget, readOpen } from '@/scripts/serve-public.mjs';

const OFFICE = 'anju.office.local';
const RESIDENTS = 'gs.example.gov.cn';
let seen: { url?: string; headers: IncomingHttpHeaders } | null = null;
const servers: Server[] = [];
const ports = { office: 0, trusting: 0, residents: 0 };

/** Whatever reaches it has reached Next: that is what is asked here. */
const handle = (req: http.IncomingMessage, res: http.ServerResponse) => {
  seen = { url: req.url, headers: req.headers };
  res.setHeader('set-cookie', ['__Secure-next-auth.session-token=secret; Path=/']);
  res.end('the page');
};

async function begin(options: object): Promise<number> {
  const server = createFront(handle, { publicUrl: `https://${RESIDENTS}`, https: true, ...options });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  ports.office = await begin({});
  ports.trusting = await begin({ trustProxy: true });
  ports.residents = await begin({ residentsOnly: true, trustProxy: true });
});
beforeEach(() => {
  seen = null;
});
afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));

const ask = (port: number, target: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const request = http.request({ port, path: target, method, headers, agent: false }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => {
        body += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    request.on('error', reject);
    request.end();
  });
const CLOSED = [
  '/login',
  '/password',
  '/compounds',
  '/compounds/0190',
  '/dashboard',
  '/certificate',
  '/anju-ca.crt',
  '/api/health/live',
  '/api/health/ready',
  '/api/v1/me',
  '/api/v1/notices',
  '/notices',
  '/api/gongshi',
  '/api/auth/session',
  '/api/v1/openapi.json',
  '/gallery',
  '/field',
  '/sw.js',
  '/field/manifest.webmanifest',
  '/field/icon-192.png',
  '/_next/image?url=%2Fx.png&w=64&q=75',
  '/_next/data/x.json',
  '/residents/../login',
  '/residents/%2e%2e/login',
  '/residents//login',
  '/_next/static/../../login',
  '/%6Cogin',
  '/LOGIN',
];

test.each(CLOSED)('residents get 404 for %s on their own port, whatever host they name', async (target) => {
  for (const host of [RESIDENTS, OFFICE, '127.0.0.1']) {
    const answer = await ask(ports.residents, target, { host, 'x-forwarded-host': host });
    expect([host, answer.status, seen]).toEqual([host, 404, null]);
  }
});

test.each(CLOSED)('and for %s on the office’s port under the residents’ host', async (target) => {
  expect((await ask(ports.office, target, { host: RESIDENTS })).status).toBe(404);
  expect(seen).toBeNull();
});

test('they get their pages, what those are made of, and a front page at /', async () => {
  for (const [target, reached] of [
    ['/', '/residents'],
    ['/?_rsc=1', '/residents?_rsc=1'],
    ['/residents', '/residents'],
    ['/gongshi?county=532302', '/gongshi?county=532302'],
    ['/gongshi/0190', '/gongshi/0190'],
    ['/receipt/ABCD', '/receipt/ABCD'],
    ['/api/gongshi/0190/objections', '/api/gongshi/0190/objections'],
    ['/api/receipt/objections', '/api/receipt/objections'],
    ['/_next/static/chunks/a1b2.js', '/_next/static/chunks/a1b2.js'],
    ['/icon.svg', '/icon.svg'],
    ['/select-arrow.svg', '/select-arrow.svg'],
  ] as const) {
    expect((await ask(ports.residents, target, { host: RESIDENTS })).status, target).toBe(200);
    expect(seen?.url).toBe(reached);
  }
});

test('no session, no token and no foreign host reaches a page there, and none comes back', async () => {
  const cookie = '__Secure-next-auth.session-token=abc; anju-locale=en; anju-device=x; anju-large-type=1';
  const answer = await ask(ports.residents, '/', {
    host: OFFICE,
    cookie,
    authorization: 'Bearer abc',
    'x-anju-public': '0',
  });
  expect(seen?.headers).toMatchObject({ host: RESIDENTS, 'x-forwarded-host': RESIDENTS, 'x-anju-public': '1' });
  expect(seen?.headers.cookie).toBe('anju-locale=en; anju-large-type=1');
  expect(seen?.headers.authorization).toBeUndefined();
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('the office’s address serves everything, and nobody there passes for a resident', async () => {
  const answer = await ask(ports.office, '/compounds', { host: OFFICE, 'x-anju-public': '1', cookie: 'a=b' });
  expect([answer.status, seen?.url]).toEqual([200, '/compounds']);
  expect(seen?.headers['x-anju-public']).toBeUndefined();
  expect(seen?.headers.cookie).toBe('a=b');
  expect(answer.headers['set-cookie']).toHaveLength(1);
});

test('what a proxy says of the host counts only where the proxy is trusted, and then only to close doors', async () => {
  const forwarded = { host: OFFICE, 'x-forwarded-host': RESIDENTS, 'x-forwarded-for': '10.0.0.1' };
  expect((await ask(ports.office, '/login', forwarded)).status).toBe(200);
  expect(seen?.headers['x-forwarded-host']).toBeUndefined();
  expect((await ask(ports.trusting, '/login', forwarded)).status).toBe(404);
  const lying = { host: RESIDENTS, 'x-forwarded-host': OFFICE, 'x-forwarded-for': '10.0.0.1' };
  for (const port of [ports.office, ports.trusting]) expect((await ask(port, '/login', lying)).status).toBe(404);
});

test('search engines find the residents’ address and not the office’s', async () => {
  const [residents, office] = [
    await ask(ports.residents, '/robots.txt', { host: RESIDENTS }),
    await ask(ports.office, '/robots.txt', { host: OFFICE }),
  ];
  expect([residents.body, residents.headers['x-robots-tag']]).toEqual(['User-agent: *\nAllow: /\n', undefined]);
  expect([office.body, office.headers['x-robots-tag']]).toEqual(['User-agent: *\nDisallow: /\n', 'noindex, nofollow']);
});

test('a page that is put into app/(public) is open by that, and one beside it is not', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'anju-public-'));
  for (const file of ['(public)/residents/page.tsx', '(public)/notices/[id]/page.tsx', '(portal)/units/page.tsx']) {
    mkdirSync(path.join(root, 'app', path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, 'app', file), '');
  }
  const open = readOpen(root);
  expect(openTarget(open, '/notices/2020-6?x=1')).toBe('/notices/2020-6?x=1');
  for (const closed of ['/notices', '/units', '/notices/1/2', '/(public)/residents'])
    expect(openTarget(open, closed)).toBeNull();
  rmSync(root, { recursive: true });
});

test('nothing of the residents’ address is there where none is set', async () => {
  const server = createFront(handle, {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect((await ask(port, '/login', { host: RESIDENTS })).status).toBe(200);
  await new Promise((resolve) => server.close(resolve));
});

test('what is malformed is refused there as everywhere', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = net.connect(ports.residents, '127.0.0.1', () =>
      socket.write(`GET http://${OFFICE}/login HTTP/1.1\r\nHost: ${RESIDENTS}\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
});
