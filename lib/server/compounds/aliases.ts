import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';
import { aliasKeys, pinyinOf, searchTextOf } from './names';

/** Other names are kept for good (imports and people know the compound by them); one already there, or the name itself, is not repeated. */
export async function keepAliases(tx: Tx, compound: { id: string; countyId: string }, names: readonly string[]) {
  for (const name of new Set(names.map((one) => one.trim()).filter(Boolean))) {
    const [normalised, literal] = aliasKeys(name);
    const known = await tx.compoundAlias.findFirst({ where: { compoundId: compound.id, name }, select: { id: true } });
    if (known) continue;
    for (const key of [normalised, literal]) {
      const made = await tx.$executeRaw`
        INSERT INTO compound_alias (compound_id, county_id, name, normalised)
        VALUES (${compound.id}::uuid, ${compound.countyId}::uuid, ${name}, ${key}) ON CONFLICT DO NOTHING`;
      if (made > 0) break;
    }
  }
}

/** After a name, alias, address or code changed: how the compound sorts and what it is found by. */
export async function refreshFindable(tx: Tx, id: string): Promise<void> {
  const compound = await tx.compound.findUniqueOrThrow({
    where: { id },
    select: { code: true, name: true, address: true, aliases: { select: { name: true } } },
  });
  const text = searchTextOf({ ...compound, aliases: compound.aliases.map((alias) => alias.name) });
  await tx.$executeRaw`UPDATE compound SET pinyin = ${pinyinOf(compound.name)}, search_text = ${text}
    WHERE id = ${id}::uuid AND (pinyin, search_text) IS DISTINCT FROM (${pinyinOf(compound.name)}, ${text})`;
}
