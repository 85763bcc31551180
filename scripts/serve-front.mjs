// The server in front of Next: makes the request's number and nonce, refuses what is malformed, puts the headers on.
import crypto from 'node:crypto';
import http from 'node:http';
import { asked, write } from '../lib/server/log/line.mjs';
import { readRoutes, routeOf } from './route-patterns.mjs';
import { answer, BROKEN } from './serve-answers.mjs';
import { countBody, NOT_FOUND, refusal, TOO_LARGE } from './serve-guard.mjs';
import { addHeaders, CSP, contentSecurityPolicy, securityHeaders } from './serve-headers.mjs';
import {
  answerRobots,
  isForResidents,
  neverSetCookies,
  openTarget,
  PUBLIC_HEADER,
  readOpen,
  strip,
} from './serve-public.mjs';
import { GUIDE, SECURE_ORIGIN } from './serve-secure-origin.mjs';
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

/** Which of the two addresses a request is for: decided once, from what the port and (trusted) headers say. */
function readAddresses({ publicUrl, residentsOnly, ...options }) {
  const publicHost = publicUrl ? new URL(publicUrl).host : null;
  const open = publicHost ? readOpen() : null;
  const office = { fixed: securityHeaders(options), admit: (req) => req.url };
  const residents = {
    fixed: securityHeaders({ ...options, https: publicUrl?.startsWith('https:'), indexed: true }),
    residents: true,
    admit: (req, res) => {
      strip(req, publicHost);
      neverSetCookies(res);
      return openTarget(open, req.url);
    },
  };
  return (req) => (residentsOnly || isForResidents(req, publicHost) ? residents : office);
}

/** Only the guide may connect to the https address beside its own: it tries whether this device trusts it. */
function connectOf(req, secureOrigin) {
  delete req.headers[SECURE_ORIGIN];
  const origin = routePath(req.url) === GUIDE ? (secureOrigin?.(req.headers.host) ?? null) : null;
  if (origin) req.headers[SECURE_ORIGIN] = origin;
  return origin;
}
const routePath = (target) => target.split(/[?#]/, 1)[0];

/**
 * options: { dev, https, trustProxy, accessLog, largestBody, secureOrigin, publicUrl, residentsOnly,
 * files }; `handle(req, res)` is Next; `files(req, res)` answers for the build's own files and tells whether it did.
 * @param {(req: http.IncomingMessage, res: http.ServerResponse) => unknown} handle
 * @param {Record<string, any>} [options]
 */
export function createFront(handle, options = {}) {
  const addressOf = readAddresses(options);
  const routes = readRoutes();
  const onRequest = async (req, res) => {
    const started = performance.now();
    const requestId = crypto.randomUUID();
    const about = { requestId, route: routeOf(routes, req.url) };
    const nonce = crypto.randomBytes(16).toString('base64');
    const context = { requestId, nonce };
    settleForwarded(req, options.trustProxy);
    delete req.headers[PUBLIC_HEADER];
    const address = addressOf(req);
    const policy = contentSecurityPolicy(nonce, { ...options, connect: connectOf(req, options.secureOrigin) });
    addHeaders(res, { ...address.fixed, 'x-request-id': requestId }, policy);
    if (options.accessLog) res.on('close', () => logAccess(req, res, about, started));
    const refused = refusal(req, options.largestBody);
    if (refused) return answer(req, res, refused, context);
    if (req.url === '/robots.txt') return answerRobots(res, address.residents);
    const target = address.admit(req, res);
    if (target === null) return answer(req, res, NOT_FOUND, context);
    req.url = target;
    if (options.files?.(req, res)) return;
    req.headers['x-request-id'] = requestId;
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
