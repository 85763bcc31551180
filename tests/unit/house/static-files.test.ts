import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStaticReady, staticFiles } from '@/scripts/static-files.mjs';

const SCRIPT = `console.log(${JSON.stringify('禄丰市'.repeat(800))});\n`;
const AHEAD = '//# allFunctionsCalledOnLoad\n';
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'anju-static-'));
  await writeFile(path.join(folder, 'page.js'), SCRIPT);
  await writeFile(path.join(folder, 'short.css'), 'a{color:red}');
  await makeStaticReady(folder);
  const serve = staticFiles(folder);
  server = http.createServer((req, res) => {
    if (!serve(req, res)) res.writeHead(404).end(req.url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const ask = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = http.request({ port, host: '127.0.0.1', path: target, method, headers }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
    });
    asked.on('error', reject);
    asked.end();
  });

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
])('a browser that takes %s gets that, to keep for good', async (accepted, encoding, open) => {
  const { status, headers, body } = await ask('/_next/static/page.js', { 'accept-encoding': accepted });
  expect(status).toBe(200);
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['content-type']).toContain('javascript');
  expect(headers['cache-control']).toBe('public,max-age=31536000,immutable');
  expect(headers.vary).toBe('Accept-Encoding');
  expect(open(body).toString()).toBe(AHEAD + SCRIPT);
});

test('what is made ready twice is the same; what is smaller than a packet stays as it is', async () => {
  await makeStaticReady(folder);
  expect(await readFile(path.join(folder, 'page.js'), 'utf8')).toBe(AHEAD + SCRIPT);
  const { headers, body } = await ask('/_next/static/short.css', { 'accept-encoding': 'br' });
  expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'a{color:red}']);
});

test.each([
  ['/_next/static/other.js', 'GET'],
  ['/_next/static/../page.js', 'GET'],
  ['/page.js', 'GET'],
  ['/_next/static/page.js', 'POST'],
])('%s by %s is for others to answer, as it came', async (target, method) => {
  const { status, body } = await ask(target, {}, method);
  expect([status, body.toString()]).toEqual([404, target]);
});
