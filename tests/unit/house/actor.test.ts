import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Whoever could mint an actor could be anybody: the gate's row is the only way. */
it('mints an actor in one place only', () => {
  const files = ['app', 'components', 'lib', 'prisma/seed', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(300);
  const minting = files.filter((file) => readFileSync(path.join(ROOT, file), 'utf8').includes('mintActor')).sort();
  expect(minting).toEqual(['lib/server/actor.ts', 'lib/server/auth/actor-row.ts']);
});
