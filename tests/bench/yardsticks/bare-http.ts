// The limit: node:http and pg, the one best SQL, no gate, no row security, nothing parsed.
// BENCH_STATEMENTS: { "<case>": { text, values } }, BENCH_DATABASE_URL: a role that sees everything.
import http from 'node:http';
import pg from 'pg';
import type { Statement } from '../types';

const statements = new Map(Object.entries<Statement>(JSON.parse(process.env.BENCH_STATEMENTS ?? '{}')));
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 20 });
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const server = http.createServer(async (req, res) => {
  const name = req.url?.slice(1) ?? '';
  const statement = statements.get(name);
  if (!statement) return void res.writeHead(name === 'empty' ? 200 : 404, JSON_TYPE).end('{}');
  try {
    const { rows } = await pool.query<{ body: string }>({ name, ...statement });
    res.writeHead(200, JSON_TYPE).end(rows[0]?.body);
  } catch (error) {
    res.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ ready: true }));
process.once('SIGTERM', () => process.exit(0));
