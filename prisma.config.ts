import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Prisma's download host may be out of reach: its own schema engine as WebAssembly answers instead (see the script).
// Where the native engine is wanted, PRISMA_NATIVE_ENGINE=1 lets the CLI fetch it.
if (!process.env.PRISMA_NATIVE_ENGINE) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
    new URL('./scripts/prisma-schema-engine.mjs', import.meta.url),
  );
}

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: {
    url: process.env.DATABASE_URL ?? '',
    shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL || undefined,
  },
});
