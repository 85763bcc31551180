import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '@/scripts/children.mjs';
import { rel } from '@/scripts/paths.mjs';

/** The framework's limit: the least that a Next application with a database can be. */
const FILES: Record<string, string> = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'next.config.mjs': `export default { serverExternalPackages: ['pg'], poweredByHeader: false, agentRules: false, turbopack: { root: ${JSON.stringify(rel())} } };\n`,
  'app/layout.jsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
  // without one of its own it would take the product's
  'instrumentation.js': 'export function register() {}\n',
  'app/empty/route.js': `export const dynamic = 'force-dynamic';
export const GET = () => Response.json({});
`,
  'app/sql/[name]/route.js': `import pg from 'pg';
export const dynamic = 'force-dynamic';
const statements = JSON.parse(process.env.BENCH_STATEMENTS ?? '{}');
let pool;
export async function GET(_request, { params }) {
  pool ??= new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 20 });
  const { name } = await params;
  const { rows } = await pool.query({ name, ...statements[name] });
  return new Response(rows[0].body, { headers: { 'content-type': 'application/json; charset=utf-8' } });
}
`,
};

/** Made and built in a folder of its own inside the checkout, where next, react and pg are the product's own; answers the folder. */
export async function buildBareNext(
  more: Record<string, string> = {},
): Promise<{ dir: string; remove: () => Promise<void> }> {
  const parent = rel('.data', 'bench');
  await mkdir(parent, { recursive: true });
  const dir = await mkdtemp(path.join(parent, 'next-'));
  const remove = () => rm(dir, { recursive: true, force: true });
  try {
    for (const [name, text] of Object.entries({ ...FILES, ...more })) {
      await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
      await writeFile(path.join(dir, name), text);
    }
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
    await run(process.execPath, [rel('node_modules/next/dist/bin/next'), 'build', dir], { env });
    return { dir, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
