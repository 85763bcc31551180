import type { Server } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFront } from '@/scripts/serve-front.mjs';

let server: Server;
let port: number;
let goOn = () => {};
const firstWasRead = new Promise<void>((resolve) => {
  goOn = resolve;
});
let seen: Record<string, string | string[] | undefined> = {};

beforeAll(async () => {
  const handle = async (req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => {
    seen = req.headers;
    if (req.url === '/crash') throw new Error('the fault of one request');
    if (req.url === '/file') res.setHeader('content-security-policy', 'sandbox');
    if (req.url === '/api/short') {
      res.flushHeaders();
      res.write('禄丰');
      res.end();
      return;
    }
    if (req.url === '/api/export') {
      res.write('first');
      await firstWasRead;
      res.end('last');
      return;
    }
    let bytes = 0;
    for await (const chunk of req) bytes += (chunk as Buffer).length;
    if (!res.writableEnded) res.end(String(bytes));
  };
  server = createFront(handle, { largestBody: 1000, https: true });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** As written, byte by byte: a client library would mend what is tested here. */
const raw = (request: string) =>
  new Promise<string>((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
const ask = (target: string, method = 'GET', headers = '') =>
  raw(`${method} ${target} HTTP/1.1\r\nHost: anju\r\n${headers}Connection: close\r\n\r\n`);
const statusOf = (answer: string) => Number(answer.split(' ')[1]);

test.each([
  ['/api/v1/compounds/%', 400],
  ['/api/v1/compounds?q=%zz', 400],
  ['/compounds/%E0%A4', 400],
  ['/compounds/a%00b', 400],
  ['//other.example/x', 400],
  ['/a\\b', 400],
  ['http://other.example/', 400],
  [`/${'a'.repeat(9000)}`, 400],
  ['/_next/image?url=%2Fx.png&w=640&q=75', 404],
  ['/compounds/%E7%A6%84%E4%B8%B0?q=%E6%A5%9A%E9%9B%84+1', 200],
])('%s → %i', async (target, status) => {
  expect(statusOf(await ask(target))).toBe(status);
});

test.each(['TRACE', 'PROPFIND', 'LOCK'])('%s → 405', async (method) => {
  expect(statusOf(await ask('/', method))).toBe(405);
});

test('a refusal is problem details under /api, a Chinese page elsewhere, each with the number of the request', async () => {
  const problem = await ask('/api/x/%');
  const id = /x-request-id: ([\w-]{36})/i.exec(problem)?.[1];
  expect(problem).toContain('application/problem+json');
  expect(JSON.parse(problem.slice(problem.indexOf('\r\n\r\n')))).toMatchObject({
    status: 400,
    code: 'malformed_url',
    requestId: id,
  });
  expect(await ask('/api/x/%', 'GET', 'Cookie: anju-locale=en\r\n')).toContain('Malformed URL');
  const page = await ask('/x/%');
  expect(page).toContain('lang="zh-CN"');
  expect(page).toContain(/x-request-id: ([\w-]{36})/i.exec(page)?.[1] ?? 'no number');
});

test('a body over the limit is refused, announced or not', async () => {
  expect(statusOf(await ask('/api/x', 'POST', 'Content-Length: 1001\r\n'))).toBe(413);
  const chunks = `${'1f4\r\n'}${'x'.repeat(500)}\r\n`.repeat(3);
  const chunked = await raw(
    `POST /api/x HTTP/1.1\r\nHost: anju\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`,
  );
  expect(statusOf(chunked)).toBe(413);
  const fits = `POST /api/x HTTP/1.1\r\nHost: anju\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n${'x'.repeat(1000)}`;
  expect(await raw(fits)).toMatch(/1000$/m);
});

test('Next gets the number, and the policy with the nonce; nobody can pretend to come from elsewhere', async () => {
  const answer = await ask(
    '/',
    'GET',
    'X-Forwarded-For: 10.1.1.1\r\nX-Request-Id: mine\r\nContent-Security-Policy: mine\r\n',
  );
  expect(answer.toLowerCase()).toContain(`x-request-id: ${seen['x-request-id']}`);
  expect(seen['x-request-id']).not.toBe('mine');
  expect(seen['x-forwarded-for']).toBe('127.0.0.1');
  const policy = String(seen['content-security-policy']);
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/);
  expect(answer).toContain(policy);
});

test('the headers of safety are on every answer; a nonce is used once', async () => {
  const [one, two] = [await ask('/'), await ask('/x/%')];
  for (const answer of [one, two]) {
    for (const header of ['x-content-type-options: nosniff', 'x-frame-options: DENY', 'strict-transport-security:']) {
      expect(answer).toContain(header);
    }
  }
  const nonce = (answer: string) => /'nonce-([^']+)'/.exec(answer)?.[1];
  expect(nonce(one)).toBeTruthy();
  expect(nonce(one)).not.toBe(nonce(two));
  expect(one).not.toContain('unsafe-eval');
});

test("a route's own policy stands beside ours", async () => {
  expect((await ask('/file')).match(/^content-security-policy: /gim)).toHaveLength(2);
});

test('the fault of one request is a 500 with its number, and the next is served', async () => {
  const broken = await ask('/crash');
  expect(statusOf(broken)).toBe(500);
  expect(broken).not.toContain('the fault of one request');
  expect(statusOf(await ask('/'))).toBe(200);
});

test('what is no HTTP at all is answered 400', async () => {
  expect(statusOf(await raw('nonsense\r\n\r\n'))).toBe(400);
});

test('a short answer of the API leaves at once, with its length', async () => {
  const answer = await ask('/api/short');
  expect(answer).toContain('禄丰');
  expect(answer).toMatch(/content-length: 6\r\n/i);
  expect(answer).not.toMatch(/transfer-encoding/i);
});

test('what comes in pieces is not held until its end', async () => {
  const response = await fetch(`http://127.0.0.1:${port}/api/export`);
  const pieces: string[] = [];
  for await (const piece of response.body ?? []) {
    pieces.push(new TextDecoder().decode(piece));
    goOn();
  }
  expect(pieces).toEqual(['first', 'last']);
});
