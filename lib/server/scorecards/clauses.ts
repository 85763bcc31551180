import 'server-only';
import { scoringClause } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';

/** What the scorecard rests on, each clause in the words of the year's own rule book. */
export function clausesOf(
  book: Rulebook,
  ids: readonly string[],
): Record<string, { clause: string; sentence: string }> {
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const found = scoringClause(book, id);
      return found ? [[id, { clause: found.clause, sentence: found.text }]] : [];
    }),
  );
}
