import 'server-only';
import { siteClause, siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { LightAnswer } from '@/lib/domain/warnings/answers';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';

interface Cited {
  clause: string;
  sentence: string;
}

/** What the reasons of these lights rest on, and how a date is forecast, each in the words of the project's own rule book. */
export async function clausesOfLights(
  reader: Reader,
  lights: readonly Pick<LightAnswer, 'rulebookId' | 'reasons'>[],
): Promise<{ clauses: Record<string, Cited>; forecast: Cited | undefined }> {
  const clauses: Record<string, Cited> = {};
  let forecast: Cited | undefined;
  for (const { rulebookId, reasons } of lights) {
    const rulebook = await rulebookOf(reader, rulebookId);
    const cited = (id: string): Cited | undefined => {
      const found = siteClause(rulebook, id);
      return found && { clause: found.clause, sentence: found.text };
    };
    for (const { clause } of reasons) {
      const found = clause === undefined ? undefined : cited(clause);
      if (clause !== undefined && found) clauses[clause] ??= found;
    }
    forecast ??= cited(siteRulesOf(rulebook).forecast.clause);
  }
  return { clauses, forecast };
}
