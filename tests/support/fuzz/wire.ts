import net from 'node:net';
import fc from 'fast-check';
import { ask, type Ground } from '../matrix/ground';
import type { Effort } from './run';

const target = fc.constantFrom(
  '/',
  '/compounds',
  '/api/v1/compounds',
  '/api/v1/compounds/%',
  '/api/v1/compounds/%zz',
  '/api/v1/compounds/%00',
  '/api/v1/compounds/%ed%a0%80',
  '/api/v1/compounds/%ff%fe',
  '/api/v1/compounds/..%2f..%2fetc%2fpasswd',
  '/api/v1/compounds?q=%',
  '/api/v1/compounds?q=%ff',
  '/api/v1/compounds?q=a&q=b&q=c',
  '/api/v1/../v1/me',
  '//elsewhere.example/api/v1/me',
  '/\\elsewhere.example',
  'http://elsewhere.example/api/v1/me',
  '*',
  `/api/v1/compounds?q=${'x'.repeat(9_000)}`,
  '/_next/image?url=%2Fetc%2Fpasswd&w=64&q=75',
  '/_next/static/../../package.json',
  '/api/auth/callback/credentials',
  '/api/auth/%',
  '/api/v1/files/x%0d%0aset-cookie:%20a=b',
);

const line = fc.constantFrom(
  'content-length: 99999',
  'content-length: -1',
  'content-length: 5\r\ncontent-length: 6',
  'content-length: 5\r\ntransfer-encoding: chunked',
  'transfer-encoding: gzip, chunked',
  'transfer-encoding: chunked',
  'content-encoding: gzip',
  'content-type: application/json',
  'content-type: multipart/form-data; boundary=x',
  'expect: 100-continue',
  'connection: upgrade\r\nupgrade: websocket',
  'x-forwarded-host: elsewhere.example',
  'origin: null',
  'next-action: 0000000000000000000000000000000000000000',
  'next-router-state-tree: %5B%22%22%5D',
  'next-router-state-tree: {',
  'rsc: 1',
  'x-middleware-subrequest: middleware:middleware:middleware',
  'cookie: next-auth.session-token=%; anju-locale=%',
  `cookie: ${'a=b; '.repeat(9_000)}`,
  'authorization: Bearer',
  'authorization: Bearer \u00e9',
  'x-anju-request: 1',
);

const start = fc
  .tuple(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PRI'), target)
  .map(([method, path]) => `${method} ${path} HTTP/1.1`);
const rest = fc.oneof(
  fc.constantFrom('', '{"name":', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', '\u0000'.repeat(50)),
  fc.string({ unit: 'binary-ascii', maxLength: 200 }),
);
const request = fc
  .tuple(
    fc.oneof({ weight: 8, arbitrary: start }, { weight: 1, arbitrary: fc.string({ maxLength: 80 }) }),
    fc.array(line, { maxLength: 4 }),
    rest,
  )
  .map(([first, lines, body]) => `${[first, 'host: 127.0.0.1', ...lines].join('\r\n')}\r\n\r\n${body}`);

/** What the server says before it closes, or in the time that somebody waits. */
function said(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect({ host: hostname, port: Number(port) }, () => socket.write(text, 'latin1'));
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.setTimeout(400, done);
  });
}

/** Requests that are none, and those whose head says something else than their body. */
export async function rawFaults(ground: Ground, { runs, seed }: Effort): Promise<string[]> {
  const faults: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 8, maxLength: 8 }), async (requests) => {
      const answers = await Promise.all(requests.map((text) => said(ground.server.url, text)));
      for (const [at, answer] of answers.entries()) {
        const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
        const inside = /node_modules|\bat .{1,80}\.[cm]?js:\d+/.exec(answer);
        if (status >= 500 || inside)
          faults.push(
            `${JSON.stringify(requests[at]?.slice(0, 160))}: ${status} ${inside?.[0] ?? answer.slice(0, 120)}`,
          );
      }
    }),
    { numRuns: Math.ceil(runs / 8), seed },
  );
  const alive = await ask(ground, { who: null }, { path: '/api/health/live' });
  return alive.status === 200 ? faults : [...faults, `then the server answered ${alive.status}`];
}
