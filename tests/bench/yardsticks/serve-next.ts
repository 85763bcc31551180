// Serves a built Next application as the product does its own (one process, a server of ours), with nothing in front.
import http from 'node:http';
import next from 'next';

const app = next({
  dev: false,
  dir: process.env.BENCH_NEXT_DIR,
  hostname: '127.0.0.1',
  port: Number(process.env.PORT),
});
await app.prepare();
const handle = app.getRequestHandler();
const server = http.createServer((req, res) => void handle(req, res));
// as the product's: a connection lasts while the other side has its turn
server.keepAliveTimeout = 65_000;
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ ready: true }));
process.once('SIGTERM', () => process.exit(0));
