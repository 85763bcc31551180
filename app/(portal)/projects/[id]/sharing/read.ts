import { apportionmentOf, clause, ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { RAISED } from '@/lib/domain/sharing/types';

const worded = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }) => ({ code, name, nameEn });

/** What the rule book of a project calls moneys, items, rules and clauses; what may cover the government's part. */
export function wordsOf(rulebook: Rulebook) {
  const { rows, coveredBy, government, subsidy } = apportionmentOf(rulebook);
  const { fiscal } = ledgerRulesOf(rulebook);
  const sources = rulebook.funding.sources.map((one) => ({ ...worded(one), kinds: one.kinds.map(worded) }));
  const isLeft = (source: string, kind: string | null) =>
    [government, subsidy].some((one) => one.source === source && one.kind === kind);
  const moneys = rulebook.funding.sources
    .filter(({ code }) => coveredBy.includes(code))
    .flatMap(({ code, kinds }) =>
      (kinds.length === 0 ? [null] : kinds.map((kind) => kind.code)).map((kind) => ({
        ...{ source: code, kind },
        payer: !fiscal.includes(code),
      })),
    )
    .filter(({ source, kind }) => !isLeft(source, kind));
  const clauses = rulebook.clauses.map(({ id }) => {
    const known = clause(rulebook, id);
    return [id, { clause: known?.clause ?? id, sentence: known?.text ?? '' }] as const;
  });
  const residents = rulebook.funding.sources.find(({ code }) => code === 'residents')?.kinds ?? [];
  return {
    words: { sources, items: rulebook.menu.map(worded), rules: rows.map(worded), clauses: Object.fromEntries(clauses) },
    moneys,
    fiscal,
    ownKinds: residents.map(({ code }) => code).filter((code) => code !== RAISED),
  };
}
