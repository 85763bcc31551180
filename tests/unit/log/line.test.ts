import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { KeptFault } from '@/lib/server/log';
import { asked, factsOf, write } from '@/lib/server/log/line.mjs';

const SECRET = '普玉兰13887654321';
let out = '';
const listen = () => {
  out = '';
  const keep = (line: string | Uint8Array) => {
    out += line;
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
};
afterEach(() => vi.restoreAllMocks());
const lines = () =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const ID = '019a0000-0000-7000-8000-000000000001';

test('one JSON object per line, with time, level, event, and what the request is about', () => {
  listen();
  asked().run({ requestId: ID, route: '/api/v1/compounds/[id]', actor: ID, unit: ID }, () =>
    write('info', 'request', { method: 'GET', status: 200, ms: 3.5 }),
  );
  const [line] = lines();
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    process: 'command',
    event: 'request',
    requestId: ID,
    route: '/api/v1/compounds/[id]',
    actor: ID,
    unit: ID,
    method: 'GET',
    status: 200,
    ms: 3.5,
  });
});

test('a field that is not on the list, or not of its shape, is not written', () => {
  listen();
  write('warn', 'route.fault', {
    body: SECRET,
    path: `/compounds?q=${SECRET}`,
    requestId: SECRET,
    actor: '普玉兰',
    route: `/people/${SECRET}`,
    code: SECRET,
    file: SECRET,
    codes: ['disk_low', SECRET],
  });
  expect(lines()[0]).toEqual({
    level: 'warn',
    time: expect.any(String),
    process: 'command',
    event: 'route.fault',
    codes: ['disk_low'],
  });
});

test('whatever stands in an error, its text is never told; kind, code, constraint and place are', () => {
  const database = Object.assign(new Error(`duplicate key value violates unique constraint "owner_phone"`), {
    code: '23505',
    detail: `Key (phone)=(${SECRET}) already exists.`,
    constraint: 'owner_phone',
    table: 'owner',
    where: SECRET,
  });
  listen();
  write(
    'error',
    'route.fault',
    {},
    new TypeError(`wrapped ${SECRET}\n    at ${SECRET} (file.ts:1:1)`, { cause: database }),
  );
  expect(out).not.toContain(SECRET);
  expect(lines()[0]).toMatchObject({ error: 'TypeError', code: '23505', constraint: 'owner_phone', table: 'owner' });
  expect(((lines()[0]?.at ?? []) as string[])[0]).toMatch(/tests\/unit\/log\/line\.test\.ts:\d+:\d+$/);
  expect(JSON.stringify(factsOf(database))).not.toContain(SECRET);
  const kept = new KeptFault(database);
  expect([kept.message, kept.code, kept.stack]).toEqual(['Error 23505 owner_phone', '23505', undefined]);
});

test('a text that is planted anywhere in a fault or in fields does not come out', () => {
  const canary = fc.string({ minLength: 12, maxLength: 30 }).map((text) => `甲${text}乙`);
  const names = [
    'message',
    'detail',
    'hint',
    'where',
    'code',
    'constraint',
    'table',
    'column',
    'name',
    'stack',
    'says',
    'requestId',
    'route',
    'job',
    'file',
    'digest',
    'anything',
  ];
  fc.assert(
    fc.property(canary, fc.subarray(names, { minLength: 1 }), fc.boolean(), (planted, where, nested) => {
      listen();
      const error = new Error(planted) as Error & Record<string, unknown>;
      for (const name of where) error[name] = planted;
      write(
        'error',
        planted,
        Object.fromEntries(where.map((name) => [name, planted])),
        nested ? { cause: error, meta: { driverAdapterError: { cause: error } } } : error,
      );
      vi.restoreAllMocks();
      expect(out).not.toContain(planted);
      expect(out).not.toContain(JSON.stringify(planted).slice(1, -1));
      expect(lines()).toHaveLength(1);
    }),
  );
});
