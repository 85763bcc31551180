/** Prisma's URL has parameters that libpq lacks (schema, connection_limit, ...). */
export function parseUrl(raw) {
  const u = new URL(raw);
  const schema = u.searchParams.get('schema') ?? undefined;
  for (const p of [
    'schema',
    'connection_limit',
    'pool_timeout',
    'pgbouncer',
    'connect_timeout',
    'socket_timeout',
    'sslaccept',
    'sslidentity',
    'sslpassword',
    'statement_cache_size',
    'single_use_connections',
  ])
    u.searchParams.delete(p);
  const database = decodeURIComponent(u.pathname.slice(1)) || 'postgres';
  const cfg = {
    connectionString: u.toString(),
    application_name: 'prisma-schema-engine',
    connectionTimeoutMillis: 15_000,
  };
  if (schema && schema !== 'public') cfg.options = `-c search_path="${schema}"`;
  return { cfg, schema, database };
}
export const withDb = (raw, db) => {
  const u = new URL(raw);
  u.pathname = `/${encodeURIComponent(db)}`;
  return u.toString();
};
