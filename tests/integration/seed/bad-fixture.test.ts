import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFixture } from '@/prisma/seed/fixture/check';
import { knownFields, meant } from '@/prisma/seed/fixture/problem';
import { connect } from '@/scripts/roles.mjs';
import { freshDatabase, type TestDatabase } from '../../support/database';

type Row = Record<string, unknown>;
const whole = (): Record<string, Row[]> & Row => JSON.parse(readFileSync('tests/fixtures/e2e.json', 'utf8'));

function problemsOf(change: (fixture: Record<string, Row[]>) => void): string[] {
  const fixture = whole();
  change(fixture);
  try {
    readFixture(fixture);
  } catch (error) {
    return (error as { problems: string[] }).problems;
  }
  return [];
}

const LEVELS = ['units', 'users', 'compounds', 'buildings', 'owners', 'households'];

describe('a field that nobody knows', () => {
  test.each(LEVELS)('in %s is named with its path, what is known there, and what to do, in both languages', (list) => {
    const problems = problemsOf((fixture) => Object.assign(fixture[list]?.[0] ?? {}, { zzzz: 1 }));
    expect(problems).toHaveLength(1);
    const [said = ''] = problems;
    expect(said.startsWith(`${list}.0.zzzz: 不认识的项目“zzzz”。请去掉这一项，或改成可用的项目。`)).toBe(true);
    expect(said).toContain('Unknown field "zzzz": leave it out, or take a known one.');
    const known = said.match(/可用 known: (.*)（input\.unknownField）$/)?.[1]?.split(', ') ?? [];
    expect(known.length).toBeGreaterThan(3);
    // what is said to be known is what a whole file uses
    for (const field of Object.keys(whole()[list]?.[0] ?? {})) expect(known).toContain(field);
  });

  test('at the top', () => {
    const [said = ''] = problemsOf((fixture) => Object.assign(fixture, { households2: [] }));
    expect(said).toMatch(/^households2: 不认识的项目“households2”，是“households”吗？请改正。/);
    expect(said).toContain('did you mean "households"?');
    expect(said).toContain('可用 known: $schema, format, units, users, compounds, buildings, owners, households');
  });

  test('among the facilities of a compound, which the rule book names', () => {
    const [said = ''] = problemsOf((fixture) =>
      Object.assign(fixture.compounds?.[0] ?? {}, { facilities: { pool: 'good' } }),
    );
    expect(said).toMatch(
      /^compounds\.0\.facilities\.pool: .*请去掉或改正。.*leave it out or correct it\. 可用 known: .*roads/,
    );
  });

  test('that is a slip away from a known one is asked about', () => {
    const [said = ''] = problemsOf((fixture) => Object.assign(fixture.compounds?.[0] ?? {}, { yearBuild: 1990 }));
    expect(said).toMatch(
      /^compounds\.0\.yearBuild: .*是“yearBuilt”吗？请改正。.*did you mean "yearBuilt"\? Correct it\./,
    );
    expect(meant('displayname', knownFields(['users', '0']))).toBe('displayName');
    expect(meant('telephone', knownFields(['owners', '0']))).toBeUndefined();
    expect(meant('x', ['y'])).toBeUndefined();
  });

  test('does not hide the others: all are told at once', () => {
    const problems = problemsOf((fixture) => {
      for (const list of LEVELS) Object.assign(fixture[list]?.[0] ?? {}, { zzzz: 1, yyyy: 2 });
      Object.assign(fixture, { zzzz: 1 });
    });
    expect(problems).toHaveLength(2 * LEVELS.length + 1);
  });
});

test('anything else that is wrong is told in both languages too', () => {
  const [said = ''] = problemsOf((fixture) => Object.assign(fixture.users?.[0] ?? {}, { password: undefined }));
  expect(said).toMatch(/^users\.0\.password: 这一项必须填写。 .*[A-Za-z].*（input\.required）$/);
});

describe('npm run db:seed -- --fixture', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(path.join(os.tmpdir(), 'anju-fixture-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const written = (name: string, content: unknown) => {
    const file = path.join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const seed = (...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: database.appUrl, ANJU_OWNER_URL: database.ownerUrl };
    const node = ['--conditions=react-server', '--import', 'tsx', 'prisma/seed/fixture.ts', ...args];
    const { status, stderr, stdout } = spawnSync(process.execPath, node, { env, encoding: 'utf8' });
    return { status, stderr, stdout };
  };

  test.each<[string, () => string[], RegExp]>([
    [
      'unknown fields',
      () => {
        const fixture = whole();
        Object.assign(fixture.compounds?.[0] ?? {}, { yearBuild: 1990 });
        return ['--fixture', written('a.json', fixture)];
      },
      /✗ 数据文件有 1 处问题，未装载任何内容。The file has 1 problem\(s\); nothing was loaded\.\n {2}compounds\.0\.yearBuild: .*yearBuilt/,
    ],
    ['no JSON', () => ['--fixture', written('b.json', '{ "format": ')], /b\.json 不是 JSON is not JSON: /],
    ['no file', () => ['--fixture', path.join(folder, 'none.json')], /读不到文件 Cannot be read: .*none\.json/],
    ['another format', () => ['--fixture', written('c.json', { format: 'x' })], /format: 所填内容不在可选项中/],
    ['a list instead of a file', () => ['--fixture', written('d.json', [])], /\/: .*object/],
    ['no argument', () => [], /请指明数据文件 Name the file: npm run db:seed -- --fixture FILE\.json/],
    ['a misspelt argument', () => ['--fixtures', 'x.json'], /不认识 unknown: --fixtures.*npm run db:seed -- --fixture/],
  ])('with %s: a sentence, no trace, exit 1, and nothing is written', async (_, args, says) => {
    const { status, stderr, stdout } = seed(...args());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at .*\(|node_modules/);
    const owner = await connect(database.ownerUrl);
    const { rows } = await owner.query(
      'SELECT (SELECT count(*)::int FROM unit) AS units, (SELECT count(*)::int FROM account) AS people, (SELECT count(*)::int FROM audit_line) AS lines',
    );
    await owner.end();
    expect(rows).toEqual([{ units: 0, people: 0, lines: 0 }]);
  });
});
