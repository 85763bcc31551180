import { expect, test } from 'vitest';
import { freshSecrets } from '@/scripts/secrets.mjs';
import { readSettings } from '@/scripts/settings.mjs';

const secrets = freshSecrets();
const complaint = (env: Record<string, string>) => {
  try {
    readSettings(env, secrets);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('with nothing set: the secrets of the data folder, this machine only, port 3000', () => {
  const settings = readSettings({}, secrets);
  expect(settings).toMatchObject({
    PORT: '3000',
    HOST: '127.0.0.1',
    NEXTAUTH_SECRET: secrets.nextauthSecret,
    NEXTAUTH_URL: 'http://localhost:3000',
    ANJU_COLUMN_KEY: secrets.columnKey,
  });
  expect(settings.DATABASE_URL).toBeUndefined();
});

test('what is set wins over the data folder', () => {
  const own = {
    NEXTAUTH_SECRET: 'x'.repeat(32),
    ANJU_COLUMN_KEY: Buffer.alloc(32, 1).toString('base64'),
    PORT: '8080',
  };
  expect(readSettings(own, secrets)).toMatchObject({ ...own, NEXTAUTH_URL: 'http://localhost:8080' });
});

test.each([
  ['PORT', '0'],
  ['PORT', '99999'],
  ['PORT', '80a'],
  ['HOST', 'a b'],
  ['NEXTAUTH_SECRET', 'too short'],
  ['NEXTAUTH_URL', 'anju.example'],
  ['NEXTAUTH_URL', 'ftp://anju.example'],
  ['ANJU_COLUMN_KEY', Buffer.alloc(16).toString('base64')],
  ['ANJU_COLUMN_KEY', '!'.repeat(44)],
  ['DATABASE_URL', 'mysql://root@db/anju'],
  ['DATABASE_URL', 'postgresql://root@db'],
  ['ANJU_DEMO', 'yes'],
  ['ANJU_COLLECT_ID_NUMBER', 'true'],
  ['ANJU_DB_POOL', '3'],
  ['ANJU_DB_POOL', '101'],
  ['ANJU_CERT_FILE', 'server.crt'],
  ['ANJU_PUBLIC_URL', 'gs.example.gov.cn'],
  ['ANJU_PUBLIC_URL', 'https://gs.example.gov.cn/notices'],
  ['ANJU_PUBLIC_URL', 'https://gs;x.example'],
  ['ANJU_PUBLIC_PORT', '3001'],
])('%s=%s is refused by name', (name, value) => {
  expect(complaint({ [name]: value })).toContain(name);
});

test('the residents’ address is another than the office’s, on a port of its own beside it', () => {
  const both = (more: Record<string, string>) => ({ NEXTAUTH_URL: 'https://anju.local', PORT: '8000', ...more });
  const residents = 'https://gs.example.gov.cn';
  expect(readSettings(both({ ANJU_PUBLIC_URL: residents }), secrets)).toMatchObject({ ANJU_PUBLIC_PORT: '8001' });
  expect(complaint(both({ ANJU_PUBLIC_URL: 'http://anju.local:443' }))).toBe('');
  expect(complaint(both({ ANJU_PUBLIC_URL: 'https://anju.local' }))).toContain('ANJU_PUBLIC_URL');
  expect(complaint(both({ ANJU_PUBLIC_URL: residents, ANJU_PUBLIC_PORT: '8000' }))).toContain('ANJU_PUBLIC_PORT');
});

test('all complaints at once, and no secret is printed', () => {
  const text = complaint({ PORT: 'x', NEXTAUTH_SECRET: 'hunter2', ANJU_COLUMN_KEY: 'abc' });
  for (const name of ['PORT', 'NEXTAUTH_SECRET', 'ANJU_COLUMN_KEY']) expect(text).toContain(name);
  expect(text).not.toContain('hunter2');
});
