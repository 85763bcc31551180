import { createHash } from 'node:crypto';
import type pg from 'pg';
import {
  chuxiong2020,
  chuxiong2020first,
  chuxiong2020fourth,
  chuxiong2020second,
  chuxiong2020third,
} from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';

/** Every version that this release of Anju carries, the newest last; a later release adds to the list and changes none of it. */
export const RULEBOOKS: readonly Rulebook[] = [
  chuxiong2020first,
  chuxiong2020second,
  chuxiong2020third,
  chuxiong2020fourth,
  chuxiong2020,
];

/** JSON with the keys of every object in order: the same content has the same text, whatever file it came from. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

export class RulebookChanged extends Error {}

/** Loads the versions that are not there yet; answers the id of each by version name. A version once loaded never changes (domain.md §10). */
export async function loadRulebooks(
  client: pg.Client,
  rulebooks: readonly Rulebook[] = RULEBOOKS,
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; code: string; version: string; hash: string }>(
    'SELECT id, code, version_name AS version, hash FROM rulebook_version',
  );
  const ids = new Map<string, string>();
  for (const rulebook of rulebooks) {
    const content = canonicalJson(rulebook);
    const hash = createHash('sha256').update(content).digest('hex');
    const known = rows.find((row) => row.code === rulebook.code && row.version === rulebook.version);
    if (known && known.hash !== hash) throw changed(rulebook, known.hash, hash);
    ids.set(rulebook.version, known?.id ?? (await insert(client, rulebook, content, hash)));
  }
  return ids;
}

function changed({ code, version }: Rulebook, stored: string, given: string): RulebookChanged {
  return new RulebookChanged(
    `规则版本 ${code} ${version} 的内容与数据库中已装载的不同（已装载 ${stored.slice(0, 12)}，程序中 ${given.slice(0, 12)}）。已装载的版本不再改动：请恢复程序中的原文，改动另立新版本号。\n` +
      `Rule book ${code} ${version} is not what the database holds under that version. A loaded version never changes: put the original back, and give the change a new version.`,
  );
}

async function insert(client: pg.Client, rulebook: Rulebook, content: string, hash: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'INSERT INTO rulebook_version (code, version_name, effective_from, content, hash) VALUES ($1, $2, $3, $4, $5) RETURNING id',
    [rulebook.code, rulebook.version, rulebook.effectiveFrom, content, hash],
  );
  return rows[0]?.id ?? '';
}
