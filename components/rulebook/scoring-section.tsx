import { useLocale, useTranslations } from 'next-intl';
import { FoldCard } from '@/components/ui/fold-card';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { ScoreTest, Scoring } from '@/lib/domain/rulebook/schema-scoring';
import { Entries, useNameOf } from './entries';

type Props = { book: Rulebook; scoring: Scoring };

/** What a test asks of the records, in words. */
function useTest() {
  const t = useTranslations('scorecards');
  return ({ of, holds }: ScoreTest): string => {
    const rule = t(`rule.${holds.rule}`, { atLeast: holds.rule === 'every' ? '0' : String(holds.atLeast) });
    return `${t(`measure.${of.measure}`)}（${rule}）`;
  };
}

/** How each criterion of the scorecard is reckoned from the records, and what its result is used for. */
export function ScoringSection({ book, scoring }: Props) {
  const t = useTranslations('rulebook.scoring');
  const separator = useTranslations('common')('listSeparator');
  const locale = useLocale();
  const nameOf = useNameOf();
  const test = useTest();
  const { groups, grades } = book.scorecard;
  const criteria = new Map(
    groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.criteria.map((own) => [own.id, own] as const))),
  );
  const grade = (code: string) => {
    const found = grades.find((one) => one.code === code);
    return found ? nameOf(found) : code;
  };
  const { preference, reward, disputeDays, dispute, sanctions } = scoring;
  return (
    <FoldCard title={t('title')} description={t('text')} id="scoring">
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <Entries
          clauses={book.clauses}
          entries={scoring.criteria.map(({ criterion, tests, clause }) => ({
            key: criterion,
            name: `${criterion} ${(locale === 'en' ? criteria.get(criterion)?.textEn : criteria.get(criterion)?.text) ?? ''}`,
            note: tests.map(test).join(separator),
            clause,
          }))}
        />
        <Entries
          clauses={book.clauses}
          entries={[
            { key: 'dispute', name: t('dispute', { days: String(disputeDays) }), clause: dispute.clause },
            {
              ...{ key: 'preference', clause: preference.clause },
              name: t('preference', {
                grade: grade(preference.grade),
                points: formatHundredths(BigInt(preference.points)),
              }),
            },
            {
              ...{ key: 'reward', name: t('reward'), clause: reward.clause },
              note: reward.weights.map((one) => `${grade(one.grade)} ${one.weight}`).join(separator),
            },
            ...sanctions.map((one) => ({ key: one.code, name: nameOf(one), clause: one.clause })),
          ]}
        />
      </div>
    </FoldCard>
  );
}
