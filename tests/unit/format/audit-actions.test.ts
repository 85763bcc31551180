import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '@/lib/i18n/messages/en/audit';
import zh from '@/lib/i18n/messages/zh-CN/audit';

const ROOT = path.resolve(import.meta.dirname, '../../..');

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'));
}

/** What operations and records call themselves, and the statuses that the database records for an import. */
function actions(): string[] {
  const texts = [...sources('app/api'), ...sources('lib/server')];
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\baction: '([a-z_]+(?:\.[a-z_]+)+)'/g)].map((match) => match[1] ?? ''),
  );
  const statuses = [
    'reading',
    'mapping',
    'previewed',
    'refused',
    'applying',
    'applied',
    'undone',
    'cancelled',
    'failed',
  ];
  return [...new Set([...named, ...statuses.map((status) => `import.${status}`)])].sort();
}

const wordOf = (messages: unknown, action: string): unknown =>
  action.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], messages);

describe('words of the audit', () => {
  it('has a Chinese and an English word for everything that people do', () => {
    expect(actions().length).toBeGreaterThan(40);
    const silent = actions().filter((action) =>
      [zh, en].some(({ actions: words }) => typeof wordOf(words, action) !== 'string'),
    );
    expect(silent).toEqual([]);
  });
});
