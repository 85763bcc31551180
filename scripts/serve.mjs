#!/usr/bin/env node
// Serves the built application (with --dev: builds as it goes). npm start calls it with everything prepared; behind a
// process manager of your own: DATABASE_URL (the app's role), NEXTAUTH_SECRET, NEXTAUTH_URL, ANJU_COLUMN_KEY, then this
// (with the arguments for Node that SERVER_ARGS in scripts/supervise.mjs holds).
// HOST is 127.0.0.1 unless set: for other machines put a reverse proxy with TLS in front, or set HOST=0.0.0.0.
import next from 'next';
import { takeConsole, write } from '../lib/server/log/line.mjs';
import { ROOT, rel } from './paths.mjs';
import { readSecrets } from './secrets.mjs';
import { createFront } from './serve-front.mjs';
import { secureOrigins } from './serve-secure-origin.mjs';
import { readSettings } from './settings.mjs';
import { staticFiles } from './static-files.mjs';

const dev = process.argv.includes('--dev');
/** Answers under way may finish; the sockets of the development client never would. */
const GRACE_MS = dev ? 500 : 10_000;

async function serve() {
  const settings = readSettings(process.env, readSecrets());
  Object.assign(process.env, settings);
  const port = Number(settings.PORT);
  let handle = async () => {};
  const options = {
    dev,
    https: settings.NEXTAUTH_URL.startsWith('https:'),
    trustProxy: settings.ANJU_TRUST_PROXY === '1',
    accessLog: settings.ANJU_ACCESS_LOG === '1',
    secureOrigin: secureOrigins(settings),
    publicUrl: settings.ANJU_PUBLIC_URL,
    // while developing they change
    files: dev ? undefined : staticFiles(rel('.next', 'static')),
  };
  const front = (more) => createFront((req, res) => handle(req, res), { ...options, ...more });
  const server = front();
  const app = next({ dev, dir: ROOT, hostname: settings.HOST, port, ...(dev ? { httpServer: server } : {}) });
  await app.prepare();
  handle = app.getRequestHandler();
  await listen(server, port, settings.HOST);
  const servers = [server];
  if (settings.ANJU_PUBLIC_URL) {
    servers.push(front({ residentsOnly: true }));
    await listen(servers[1], Number(settings.ANJU_PUBLIC_PORT), settings.HOST);
  }
  return { app, servers, settings };
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

function stopOnSignal({ app, servers }) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), GRACE_MS).unref();
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const server of servers) {
      server.closeIdleConnections();
      if (dev) server.closeAllConnections();
    }
    await Promise.all(closed);
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}

// the fault of one request is logged; the others go on
process.on('uncaughtException', (error) => write('error', 'process.uncaught', {}, error));
process.on('unhandledRejection', (error) => write('error', 'process.unhandled', {}, error));
// what Next prints of a fault is the whole of it, with the row that PostgreSQL quotes; while developing that is what one wants
if (!dev) takeConsole();

try {
  const running = await serve();
  stopOnSignal(running);
  const { PORT } = running.settings;
  process.send?.({ ready: true });
  write('info', 'server.listening', { port: Number(PORT) });
} catch (error) {
  const said =
    error.code === 'EADDRINUSE'
      ? `端口 ${error.port} 已被占用 port ${error.port} is taken: PORT=3001 npm start`
      : error;
  if (typeof said === 'string' || said.constructor.name === 'SettingsError') {
    process.stderr.write(`${said.message ?? said}\n`);
  } else write('error', 'server.not-started', {}, said);
  process.exit(1);
}
