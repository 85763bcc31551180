// What the server in front and lib/server (lib/server/db/patience.ts) know together of one request: how long it has
// waited for the database, and whether that was away. The build holds modules of its own, so it is kept by the process.
import { AsyncLocalStorage } from 'node:async_hooks';
import { answer } from './serve-answers.mjs';

globalThis.anjuVisits ??= new AsyncLocalStorage();

const isApi = (req) => /^\/api(?:[/?]|$)/.test(req.url);
/** Asked by a page that is open already, for the data of the next one. */
const isFlight = (req) => req.headers.rsc !== undefined;

export const UNAVAILABLE = {
  status: 503,
  code: 'database_away',
  title: '系统暂时连不上数据库',
  titleEn: 'The database cannot be reached just now',
  detail:
    '系统正在自动恢复，本页每 5 秒自动重试一次，您不用做什么，也不用重新登录。已经保存的内容不会丢失；刚才提交的若不确定，恢复后再提交一次，不会重复保存。超过几分钟仍是如此，请告诉系统管理员。',
  detailEn:
    'It comes back by itself, and this page tries again every 5 seconds: nothing to do, no need to sign in again. What was saved is kept; what you are not sure of can be sent once more and is not saved twice. If it stays so for minutes, tell the administrator.',
  headers: { 'retry-after': '5', refresh: '5' },
};

/**
 * Calls `handle` as one visit. A page that failed because the database is away is replaced by one that says so, in
 * words that do not depend on it; the API says it itself.
 */
export function visit(req, res, context, handle) {
  const state = { waitedMs: 0, waiting: 0, since: 0, away: false };
  if (isApi(req)) gatherShort(res);
  else (isFlight(req) ? holdFlight : replaceBroken)(req, res, context, state);
  return globalThis.anjuVisits.run(state, () => handle(req, res));
}

/**
 * Next writes the head, the body and the end of an answer one by one, chunked. Where the end follows in the same turn they leave together, with
 * their length; what comes in pieces (an export) goes on as it is.
 */
function gatherShort(res) {
  const { write, end, flushHeaders } = res;
  let held = null;
  let open = false;
  const letGo = () => {
    open = true;
    if (held) write.apply(res, held);
    held = null;
  };
  res.flushHeaders = () => open && flushHeaders.call(res);
  res.write = (...args) => {
    if (!open && !held && !res.headersSent) {
      held = args;
      setImmediate(letGo);
      return true;
    }
    letGo();
    return write.apply(res, args);
  };
  res.end = (...args) => {
    const isWhole = held && (!args[0] || typeof args[0] === 'function');
    if (isWhole && !res.hasHeader('content-length'))
      res.setHeader('content-length', Buffer.byteLength(held[0], held[1]));
    letGo();
    return end.apply(res, args);
  };
  Object.defineProperty(res, 'hasBegun', { get: () => held !== null || res.headersSent });
}

function replaceBroken(req, res, context, state) {
  const { writeHead, write, end } = res;
  const isBroken = (status) => state.away && status >= 500 && !res.headersSent;
  const replace = () => {
    for (const name of res.getHeaderNames()) res.removeHeader(name);
    Object.assign(res, { writeHead, write, end });
    answer(req, res, UNAVAILABLE, context);
    const swallow = (...args) => args.find((one) => typeof one === 'function')?.() ?? true;
    Object.assign(res, { writeHead: () => res, write: swallow, end: (...args) => swallow(...args) && res });
    return true;
  };
  Object.assign(res, {
    writeHead: (status, ...rest) => (isBroken(status) && replace() ? res : writeHead.call(res, status, ...rest)),
    write: (...args) => (isBroken(res.statusCode) ? replace() : write.apply(res, args)),
    end: (...args) => (isBroken(res.statusCode) ? replace() && res : end.apply(res, args)),
  });
}

/**
 * Page data begins with 200 before anything was read, and carries a fault inside. It is held until it is whole; what is not 200 makes
 * the browser load the page itself, and so see the sentence. Nothing is lost by it: no page here shows itself in parts (decision 0011).
 */
function holdFlight(req, res, context, state) {
  const { writeHead, write, end, flushHeaders } = res;
  const held = [];
  let head = [];
  const hold = (chunk, encoding) => held.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
  const finish = () => {
    Object.assign(res, { writeHead, write, end, flushHeaders });
    if (state.away) {
      for (const name of res.getHeaderNames()) res.removeHeader(name);
      answer(req, res, UNAVAILABLE, context);
    } else {
      if (head.length > 0) res.writeHead(...head);
      res.end(held.length > 0 ? Buffer.concat(held) : undefined);
    }
    return res;
  };
  Object.assign(res, {
    flushHeaders: () => {},
    writeHead: (...given) => {
      head = given;
      return res;
    },
    write: (chunk, encoding, done) => {
      hold(chunk, encoding);
      (typeof encoding === 'function' ? encoding : done)?.();
      return true;
    },
    end: (chunk, encoding, done) => {
      const rest = [chunk, encoding, done];
      const called = rest.find((one) => typeof one === 'function');
      if (called) res.once('finish', called);
      if (chunk && typeof chunk !== 'function') hold(chunk, encoding);
      return finish();
    },
  });
}
