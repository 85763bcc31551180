import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { can } from '@/lib/domain/accounts/permissions';
import { rel } from '@/scripts/paths.mjs';
import { PAGES } from '@/tests/support/matrix/entries';
import { PERSONAS } from '@/tests/support/personas';
import { WALKED, type WalkedPage } from '@/tests/support/walked-pages';

/** '(portal)/compounds/[id]/page.tsx' → '/compounds/[id]'; what only developers see is left out. */
const pages = readdirSync(rel('app'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep))
  .filter((parts) => parts.at(-1) === 'page.tsx' && parts[0] !== '(dev)')
  .map(
    (parts) =>
      `/${parts
        .slice(0, -1)
        .filter((part) => !part.startsWith('('))
        .join('/')}`,
  );

test('every page of the application is walked, and no other', () => {
  expect(pages.length).toBeGreaterThan(110);
  expect(Object.keys(WALKED).sort()).toEqual([...pages].sort());
});

test('each is walked by somebody to whom the access table opens it', () => {
  const mayOpen = (pattern: string, { as }: WalkedPage) => {
    const may = PAGES[pattern]?.may ?? 'nobody';
    if (may === 'anybody') return true;
    if (may === 'strangers') return as === 'nobody';
    if (as === 'nobody' || may === 'nobody') return false;
    const { role } = PERSONAS[as];
    if (may === 'signed-in') return true;
    if (typeof may === 'object' && 'all' in may) return may.all.every((right) => can(role, right));
    return [may].flat().some((right) => can(role, right));
  };
  expect(Object.entries(WALKED).filter(([pattern, walked]) => !mayOpen(pattern, walked))).toEqual([]);
});

test('each place of an address has something that stands in it', () => {
  const places = (pattern: string) => pattern.match(/\[\w+\]/g)?.length ?? 0;
  const wrong = Object.entries(WALKED).filter(([pattern, { of = [] }]) => of.length !== places(pattern));
  expect(wrong.map(([pattern]) => pattern)).toEqual([]);
});
