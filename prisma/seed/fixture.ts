/** npm run db:seed -- --fixture FILE.json: loads a data file (docs/fixture-format.md); the same file again changes nothing. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FixtureRefused, readFixture } from './fixture/check';
import { loadFixture } from './fixture/load';
import { settle } from './settle';
import { connectOwner } from './shared/owner-client';

class Usage extends Error {}

function fileFromArguments(): string {
  const how = 'npm run db:seed -- --fixture FILE.json';
  const { values, positionals } = parseArgs({ options: { fixture: { type: 'string' } }, strict: false });
  const strange = [
    ...Object.keys(values)
      .filter((name) => name !== 'fixture')
      .map((name) => `--${name}`),
    ...positionals,
  ];
  if (strange.length > 0) throw new Usage(`不认识 unknown: ${strange.join(' ')}。用法 usage: ${how}`);
  if (typeof values.fixture !== 'string') throw new Usage(`请指明数据文件 Name the file: ${how}`);
  return values.fixture;
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Usage(`读不到文件 Cannot be read: ${file}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Usage(`${file} 不是 JSON is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

async function main(): Promise<void> {
  const file = fileFromArguments();
  const data = await readJson(file);
  // What is wrong with the file itself is told before anything at all is written, the reporting units included.
  readFixture(data);
  const ownerUrl = process.env.ANJU_OWNER_URL;
  if (!ownerUrl) throw new Usage('ANJU_OWNER_URL: the address of the owner role');
  const client = await connectOwner(ownerUrl);
  try {
    // The rule book and the reporting units come first; a data file brings its own people, so no demonstration is added.
    await settle(client, { embedded: false, demo: '0' });
  } finally {
    await client.end();
  }
  const counts = await loadFixture(ownerUrl, data, path.basename(file));
  console.log(`已装载 loaded ${path.basename(file)}: ${JSON.stringify(counts)}`);
}

await main().catch((error: Error) => {
  const expected = error instanceof FixtureRefused || error instanceof Usage;
  console.error(`✗ ${expected ? error.message : (error.stack ?? error.message)}`);
  process.exitCode = 1;
});
