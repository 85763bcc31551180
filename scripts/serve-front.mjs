// The server in front of Next: makes the request's number and nonce, refuses what is malformed, puts the headers on.
import crypto from 'node:crypto';
import http from 'node:http';
import { asked, write } from '../lib/server/log/line.mjs';
import { readRoutes, routeOf } from './route-patterns.mjs';
import { answer, BROKEN } from './serve-answers.mjs';
import { countBody, refusal, TOO_LARGE } from './serve-guard.mjs';
import { addHeaders, CSP, contentSecurityPolicy, securityHeaders } from './serve-headers.mjs';
import { visit } from './serve-visit.mjs';

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
];

/** Without a proxy of ours in front anybody could write these; rate limits and the audit read x-forwarded-for. */
function settleForwarded(req, trustProxy) {
  if (trustProxy && req.headers['x-forwarded-for']) return;
  if (!trustProxy) for (const name of FORWARDED) delete req.headers[name];
  req.headers['x-forwarded-for'] = req.socket.remoteAddress ?? '';
}

/** Who and which unit were filled in by the gate; of the address only its pattern is told: a query may hold a name that was searched for. */
function logAccess(req, res, about, started) {
  const ms = Math.round((performance.now() - started) * 10) / 10;
  write('info', 'request', { ...about, method: req.method, status: res.statusCode, ms });
}

/** options: { dev, https, trustProxy, accessLog, largestBody }; `handle(req, res)` is Next. */
export function createFront(handle, options = {}) {
  const fixed = securityHeaders(options);
  const routes = readRoutes();
  const onRequest = async (req, res) => {
    const started = performance.now();
    const requestId = crypto.randomUUID();
    const about = { requestId, route: routeOf(routes, req.url) };
    const nonce = crypto.randomBytes(16).toString('base64');
    const policy = contentSecurityPolicy(nonce, options);
    const context = { requestId, nonce };
    addHeaders(res, { ...fixed, 'x-request-id': requestId }, policy);
    if (options.accessLog) res.on('close', () => logAccess(req, res, about, started));
    const refused = refusal(req, options.largestBody);
    if (refused) return answer(req, res, refused, context);
    settleForwarded(req, options.trustProxy);
    req.headers['x-request-id'] = requestId;
    req.headers['x-nonce'] = nonce;
    req.headers[CSP] = policy;
    countBody(req, () => answer(req, res, TOO_LARGE, context), options.largestBody);
    try {
      await asked().run(about, () => visit(req, res, context, handle));
    } catch (error) {
      write('error', 'front.fault', about, error);
      answer(req, res, BROKEN, context);
    }
  };
  const server = http.createServer({ maxHeaderSize: 32 * 1024 }, (req, res) => void onRequest(req, res));
  server.headersTimeout = 20_000;
  server.requestTimeout = 10 * 60_000; // 64 MiB over a county's line
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (error, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy();
    const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
    socket.end(
      `HTTP/1.1 ${tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'}\r\nConnection: close\r\n\r\n`,
    );
  });
  return server;
}
