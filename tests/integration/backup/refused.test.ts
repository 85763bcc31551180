import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BackupManifest } from '@/lib/domain/operations/backup-manifest';
import { refuseOtherMigrations } from '@/lib/server/backup/restore';
import { SEAL_BYTES, sealKeys } from '@/lib/server/backup/seal';
import { verifyBackup } from '@/lib/server/backup/verify';
import { migrationsIn } from '@/scripts/deploy.mjs';
import { MIGRATIONS } from '@/scripts/migrate.mjs';
import { changed, entriesIn, forge, seal, type TarEntry } from './forge';
import { COLUMN_KEY, type Office, openOffice } from './support';

let office: Office;
let whole: Buffer;
let entries: TarEntry[];
beforeAll(async () => {
  office = await openOffice();
  const file = office.place.at('backups', (await office.backUp()).name);
  whole = readFileSync(file);
  entries = await entriesIn(file);
});
afterAll(async () => {
  await office?.world.end();
  office?.place.end();
});

const at = () => office.place.at('tampered.tar.gz');
const check = (key = COLUMN_KEY) => verifyBackup(at(), key);
const refusalOf = async (bytes: Uint8Array, key?: string): Promise<string> => {
  writeFileSync(at(), bytes);
  return check(key).then(
    () => 'taken as whole',
    (error) => error.code ?? `no sentence: ${error.stack}`,
  );
};
const forged = async (list: readonly TarEntry[]) => refusalOf(readFileSync(await forge(at(), list)));

test('the backup itself is whole', async () => {
  expect(await refusalOf(whole)).toBe('taken as whole');
});

test('cut short anywhere, it is refused', async () => {
  const cut = fc.integer({ min: 0, max: whole.length - 1 });
  await fc.assert(
    fc.asyncProperty(cut, async (length) => {
      expect(['cut', 'not_a_backup']).toContain(await refusalOf(whole.subarray(0, length)));
    }),
    { numRuns: 40, examples: [[0], [1], [511], [whole.length - 1], [whole.length - SEAL_BYTES]] },
  );
  expect(await refusalOf(whole.subarray(0, whole.length / 2))).toBe('cut');
});

test('one bit changed anywhere, it is refused', async () => {
  const place = fc.record({ byte: fc.integer({ min: 0, max: whole.length - 1 }), bit: fc.integer({ min: 0, max: 7 }) });
  const ends = Array.from({ length: 12 }, (_, n) => [{ byte: n, bit: n % 8 }] as [{ byte: number; bit: number }]);
  const last = Array.from({ length: 12 }, (_, n) => [{ byte: whole.length - 1 - n * 17, bit: 1 }] as (typeof ends)[0]);
  await fc.assert(
    fc.asyncProperty(place, async ({ byte, bit }) => {
      const other = Buffer.from(whole);
      other[byte] = (other[byte] ?? 0) ^ (1 << bit);
      expect(['altered', 'cut', 'not_a_backup']).toContain(await refusalOf(other));
    }),
    { numRuns: 40, examples: [...ends, ...last] },
  );
  const middle = Buffer.from(whole);
  middle[whole.length >> 1] = (middle[whole.length >> 1] ?? 0) ^ 1;
  expect(await refusalOf(middle)).toBe('altered');
});

test('something behind its end, it is refused', async () => {
  expect(await refusalOf(Buffer.concat([whole, Buffer.from('x')]))).toBe('cut');
});

test.each([
  ['nothing at all', Buffer.alloc(0)],
  ['a letter', Buffer.from('各县市：请查收附件。')],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['another gzip file', gzipSync(Buffer.alloc(4096, 65))],
])('%s is no backup', async (_, bytes) => {
  expect(await refusalOf(bytes)).toBe('not_a_backup');
});

test('a file that is not there is told as that', async () => {
  await expect(verifyBackup(office.place.at('gone.tar.gz'), COLUMN_KEY)).rejects.toMatchObject({ code: 'not_there' });
});

test('without the key of its installation it is not taken, and the sentence names secrets.json', async () => {
  writeFileSync(at(), whole);
  const other = Buffer.alloc(32, 9).toString('base64');
  await expect(check(other)).rejects.toMatchObject({
    code: 'other_key',
    message: expect.stringContaining('secrets.json'),
  });
});

test('who has the disk and not the key cannot make one', async () => {
  const stranger = Buffer.alloc(32, 9).toString('base64');
  writeFileSync(at(), readFileSync(await forge(at(), entries, stranger)));
  await expect(check()).rejects.toMatchObject({ code: 'other_key' });
  // the fingerprint stands in every backup for all to read: written into a seal of their own, it is still another hand
  const { fingerprint } = sealKeys(COLUMN_KEY);
  const theirs = seal(whole.subarray(0, -SEAL_BYTES), { ...sealKeys(stranger), fingerprint });
  expect(await refusalOf(theirs)).toBe('altered');
});

describe('sealed with the right key, and still not what it says', () => {
  const without = (name: RegExp) => entries.filter((entry) => !name.test(entry.name));
  const index = (name: RegExp) => entries.findIndex((entry) => name.test(entry.name));

  test('entries in their order are taken', async () => {
    expect(await forged(entries)).toBe('taken as whole');
  });
  test('a table is left out', async () => {
    expect(await forged(without(/^tables\/household\//))).toBe('altered');
  });
  test('a table more', async () => {
    const more = { name: 'tables/salaries/000000', data: Buffer.from('1\n') };
    expect(await forged([entries[0] as TarEntry, more, ...entries.slice(1)])).toBe('altered');
  });
  test('a row of a table is another', async () => {
    const other = entries.map((entry) =>
      entry.name.startsWith('tables/account/')
        ? { ...entry, data: Buffer.from(entry.data.toString().replace('州住建局', '州财政局')) }
        : entry,
    );
    expect(await forged(other)).toBe('altered');
  });
  test('pieces of a file in another order', async () => {
    const first = index(/^files\/.*\/000000$/);
    const turned = [...entries];
    [turned[first], turned[first + 1]] = [turned[first + 1] as TarEntry, turned[first] as TarEntry];
    expect(await forged(turned)).toBe('altered');
  });
  test('tables in another order are the same tables', async () => {
    const [a, b] = [index(/^tables\/building\//), index(/^tables\/compound\//)];
    const turned = [...entries];
    [turned[a], turned[b]] = [turned[b] as TarEntry, turned[a] as TarEntry];
    expect(await forged(turned)).toBe('taken as whole');
  });
  test('no manifest, or something behind it', async () => {
    expect(await forged(without(/^manifest/))).toBe('altered');
    expect(await forged([...entries, { name: 'tables/unit/000000', data: Buffer.alloc(1) }])).toBe('altered');
  });
  test.each([
    '../../etc/cron.d/x',
    '/etc/passwd',
    'tables/../../x/000000',
    'files/aa/../../x/000000',
    'tables/a b/000000',
  ])('an entry called %s leads nowhere', async (name) => {
    expect(await forged([...entries.slice(0, 2), { name, data: Buffer.from('x') }, ...entries.slice(2)])).toBe(
      'altered',
    );
  });
  test.each(['symlink', 'directory'] as const)('a %s in the place of a file', async (type) => {
    expect(await forged([entries[0] as TarEntry, { name: 'tables/account/000000', data: Buffer.alloc(0), type }])).toBe(
      'altered',
    );
  });
  test('a file that blows up to a hundred times its size is refused without being held', async () => {
    const bomb = { name: 'tables/account/000000', data: Buffer.alloc(192 * 1024 * 1024) };
    const file = await forge(at(), [entries[0] as TarEntry, bomb]);
    bomb.data = Buffer.alloc(0);
    const before = process.memoryUsage().rss;
    await expect(verifyBackup(file, COLUMN_KEY)).rejects.toMatchObject({ code: 'altered' });
    expect(process.memoryUsage().rss - before).toBeLessThan(96 * 1024 * 1024);
  });
  test('made by a newer release', async () => {
    const head = {
      what: 'anju-backup',
      format: 2,
      release: '9.0.0',
      installation: crypto.randomUUID(),
      madeAt: new Date().toISOString(),
    };
    const newer = [{ name: 'anju-backup.json', data: Buffer.from(JSON.stringify(head)) }, ...entries.slice(1)];
    expect(await forged(newer)).toBe('newer');
    await expect(check()).rejects.toThrow('9.0.0');
  });
});

describe('this program cannot go to its state', () => {
  const known = migrationsIn(MIGRATIONS);
  const refusal = async (change: (manifest: BackupManifest) => void) => {
    await forge(at(), changed(entries, change as (manifest: never) => void));
    const { manifest } = await check();
    try {
      refuseOtherMigrations(manifest, known);
      return 'taken';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test('it is at its state itself', async () => {
    expect(await refusal(() => {})).toBe('taken');
  });
  test('a migration that only a newer release has', async () => {
    const later = { name: '20990101000000_later', checksum: 'a'.repeat(64) };
    expect(await refusal((manifest) => manifest.migrations.push(later))).toBe('newer');
  });
  test('a migration of the same name that says something else', async () => {
    expect(await refusal(({ migrations: [first] }) => Object.assign(first ?? {}, { checksum: 'b'.repeat(64) }))).toBe(
      'other_edition',
    );
  });
});
