import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import config from '@/.dependency-cruiser.mjs';
import { checkImports, TEXT_RULES } from '@/scripts/check-imports.mjs';

/** One breach of each rule: the file that breaks it, with what it imports. */
const BREACHES: Record<string, Record<string, string>> = {
  'no-circle': { 'lib/format/a.ts': "import '@/lib/format/b';", 'lib/format/b.ts': "import '@/lib/format/a';" },
  resolvable: { 'lib/format/a.ts': "import '@/lib/format/missing';" },
  'domain-knows-nobody': { 'lib/domain/a.ts': "import '@/lib/format/b';", 'lib/format/b.ts': '' },
  'domain-only-zod': { 'lib/domain/a.ts': "import 'node:fs';" },
  'format-client-i18n-know-domain': {
    'lib/client/a.ts': "import type { A } from '@/lib/server/b';",
    'lib/server/b.ts': SERVER(),
  },
  'server-knows-domain': { 'lib/server/a.ts': SERVER("import '@/components/ui/b';"), 'components/ui/b.tsx': '' },
  'commands-stay-home': {
    'lib/server/units/commands.ts': SERVER("import '@/lib/server/funds/commands';"),
    'lib/server/funds/commands.ts': SERVER(),
  },
  'pieces-know-no-domain': { 'components/charts/a.tsx': "import '@/lib/domain/b';", 'lib/domain/b.ts': '' },
  'views-know-values': { 'components/units/a.tsx': "import '@/lib/server/b';", 'lib/server/b.ts': SERVER() },
  'app-composes': { 'app/page.tsx': "import '@/tests/support/b';", 'tests/support/b.ts': '' },
  'nobody-imports-app': { 'scripts/a.mjs': "import '@/app/b';", 'app/b.tsx': '' },
  'database-driver-behind-the-door': { 'app/page.tsx': "import 'pg';" },
  'one-door-to-the-database': {
    'lib/server/units/a.ts': SERVER("import { Prisma } from '@/prisma/generated/client';"),
    'prisma/generated/client.ts': 'export const Prisma = 1;',
  },
  'server-only': { 'lib/server/a.ts': 'export const a = 1;' },
  'no-server-actions': { 'app/actions.ts': "'use server';\nexport async function save() {}" },
};

function SERVER(rest = '') {
  return `import 'server-only';\n${rest}`;
}

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'anju-imports-'));
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

test('every rule has its breach', () => {
  const rules = [...config.forbidden, ...TEXT_RULES].map(({ name }) => name);
  expect(Object.keys(BREACHES).sort()).toEqual(rules.sort());
});

test.each(Object.entries(BREACHES))('%s is caught', async (rule, files) => {
  plant(files);
  const { breaches } = await checkImports(root);
  expect(breaches.map((breach) => breach.split(':')[0])).toContain(rule);
});

test('what the table allows is allowed', async () => {
  plant({
    'lib/domain/units/rules.ts':
      "import { z } from 'zod';\nimport '@/lib/domain/units/types';\nexport const a = z.string();",
    'lib/domain/units/types.ts': '',
    'lib/server/db/prisma.ts': SERVER("import { Prisma } from '@/prisma/generated/client';"),
    'prisma/generated/client.ts': 'export const Prisma = 1;',
    'lib/server/units/queries.ts': SERVER(
      "import type { Prisma } from '@/prisma/generated/client';\nimport '@/lib/domain/units/rules';",
    ),
    'lib/server/units/commands.ts': SERVER(
      "import '@/lib/server/units/queries';\nimport '@/lib/server/funds/queries';",
    ),
    'lib/server/funds/queries.ts': SERVER(),
    'components/ui/button.tsx': 'export const Button = () => <button type="button">a</button>;',
    'components/units/list.tsx': "import '@/components/ui/button';\nimport '@/lib/domain/units/rules';",
    'app/page.tsx': "import '@/components/units/list';\nimport '@/lib/server/units/queries';",
  });
  const { breaches, modules } = await checkImports(root);
  expect(breaches).toEqual([]);
  expect(modules).toBeGreaterThanOrEqual(10);
});
