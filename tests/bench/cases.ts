import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Usage } from './options';
import type { BenchCase } from './types';

const FOLDER = path.join(import.meta.dirname, 'cases');

/** Every file of the folder is a case, or a list of some that differ in who asks. */
export async function readCases(wanted: readonly string[] = []): Promise<BenchCase[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const found = await Promise.all(
    files.sort().map(async (file) => (await import(pathToFileURL(path.join(FOLDER, file)).href)).default),
  );
  const cases = found.flat() as BenchCase[];
  const unknown = wanted.filter((name) => !cases.some((one) => one.name.startsWith(name)));
  if (unknown.length > 0)
    throw new Usage(`no case ${unknown.join(', ')}; there are: ${cases.map(({ name }) => name).join(', ')}`);
  return wanted.length === 0 ? cases : cases.filter((one) => wanted.some((name) => one.name.startsWith(name)));
}
