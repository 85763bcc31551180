import 'server-only';
import { parseRulebook } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Reader } from '@/lib/server/db/with-reader';

export interface InForce {
  id: string;
  rulebook: Rulebook;
}

/** A stored version never changes, so what was parsed once stays right. */
const parsed = new Map<string, Rulebook>();

/** A version by its id, as a record keeps it. */
export async function rulebookOf(reader: Reader, id: string): Promise<Rulebook> {
  const known = parsed.get(id);
  if (known) return known;
  const [stored] = await reader.$queryRaw<
    { content: unknown }[]
  >`SELECT content FROM rulebook_version WHERE id = ${id}::uuid`;
  return keepRulebook(id, stored?.content);
}

/** For a query that brings the version along where it is not known yet, and so asks once. */
export const knownRulebooks = (): string[] => [...parsed.keys()];

/** A version as it was stored, or one that is known already. */
export function keepRulebook(id: string, content: unknown): Rulebook {
  const known = parsed.get(id);
  if (known) return known;
  const decision = parseRulebook(content);
  if (!decision.ok) throw new Error(`stored rule book ${id} refused: ${JSON.stringify(decision.reasons)}`);
  parsed.set(id, decision.value);
  return decision.value;
}

/** The rule book of the current programme year; before a year is opened, the version in effect today. */
export async function rulebookInForce(reader: Reader): Promise<InForce> {
  const [row] = await reader.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT rulebook_id AS id, 0 AS place, current_date AS day, '' AS version FROM programme_year WHERE current
      UNION ALL
      SELECT id, 1, effective_from, version_name FROM rulebook_version WHERE effective_from <= anju_today()
    ) found ORDER BY place, day DESC, version DESC LIMIT 1`;
  if (!row) throw new Error('no rule book is loaded: run the migrations and the seed of the rule book');
  return { id: row.id, rulebook: await rulebookOf(reader, row.id) };
}
