import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runChecks } from '@/scripts/check.mjs';

/** A small tree under the project's own settings: what npm run check says of it. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'anju-check-'));
  for (const file of ['biome.json', 'tsconfig.json', 'knip.json', '.gitignore'])
    copyFileSync(file, path.join(root, file));
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  write('package.json', '{\n  "name": "planted",\n  "private": true,\n  "type": "module"\n}\n');
  write(
    'app/page.tsx',
    "import { twice } from '@/lib/format/twice';\n\nexport default function Page() {\n  return twice(2);\n}\n",
  );
  write('lib/format/twice.ts', 'export const twice = (n: number): number => n * 2;\n');
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
async function verdict(check: string) {
  const [result] = await runChecks({ cwd: root, only: [check] });
  return result;
}

test.each(['biome', 'tsc', 'knip'])('%s is content with a clean tree', async (check) => {
  expect(await verdict(check)).toMatchObject({ ok: true });
});

test.each([
  ['biome', 'an any', 'export const twice = (n: any): number => n * 2;\n', 'noExplicitAny'],
  ['biome', 'a wrong format', 'export const twice   = (n: number): number => n * 2\n', 'format'],
  ['tsc', 'a wrong type', 'export const twice = (n: number): number => String(n);\n', 'TS2322'],
  ['tsc', 'an unchecked index', 'export const twice = (n: number): number => [n][0] * 2;\n', 'TS2532'],
  [
    'knip',
    'an unused export',
    'export const twice = (n: number): number => n * 2;\nexport const thrice = 3;\n',
    'thrice',
  ],
])('%s catches %s', async (check, _what, text, says) => {
  write('lib/format/twice.ts', text);
  const result = await verdict(check);
  expect(result?.ok).toBe(false);
  expect(result?.output).toContain(says);
});

test('knip catches a file that nobody uses', async () => {
  write('lib/format/forgotten.ts', 'export const forgotten = 1;\n');
  expect((await verdict('knip'))?.output).toContain('forgotten.ts');
});
