import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Usage } from './options';
import type { BenchCase } from './types';
import type { Work } from './work';

async function defaultsOf(folder: string, entry: (name: string) => string): Promise<unknown[]> {
  const at = path.join(import.meta.dirname, folder);
  const found = readdirSync(at).sort();
  return Promise.all(found.map(async (name) => (await import(pathToFileURL(path.join(at, entry(name))).href)).default));
}

interface Wanted {
  cases: BenchCase[];
  works: Work[];
}

/** Every file of cases/ is a case, or a list of some that differ in who asks; every folder of works/ a work. */
export async function readCases(wanted: readonly string[] = []): Promise<Wanted> {
  const cases = (await defaultsOf('cases', (name) => name)).flat() as BenchCase[];
  const works = (await defaultsOf('works', (name) => `${name}/index.ts`)) as Work[];
  const names = [...cases, ...works].map(({ name }) => name);
  const unknown = wanted.filter((one) => !names.some((name) => name.startsWith(one)));
  if (unknown.length > 0) throw new Usage(`no case ${unknown.join(', ')}; there are: ${names.join(', ')}`);
  const isWanted = ({ name }: { name: string }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one));
  return { cases: cases.filter(isWanted), works: works.filter(isWanted) };
}
