import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { FoldCard } from '@/components/ui/fold-card';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { Entries, useNameOf } from './entries';

type Group = Rulebook['scorecard']['groups'][number];

function Indicators({ group, book }: { group: Group; book: Rulebook }) {
  const t = useTranslations('rulebook');
  const locale = useLocale();
  const nameOf = useNameOf();
  return (
    <>
      {group.indicators.map((indicator) => (
        <div key={indicator.code} className="mt-3">
          <h4 className="text-sm font-medium text-ink-2">
            {nameOf(indicator)} · {t('points', { points: String(indicator.points) })}
          </h4>
          <Entries
            clauses={book.clauses}
            entries={indicator.criteria.map((criterion) => ({
              key: criterion.id,
              name: locale === 'en' ? `${criterion.textEn}（${criterion.text}）` : criterion.text,
              note: (
                <>
                  {t('points', { points: String(criterion.points) })} <Badge>{t(`award.${criterion.award}`)}</Badge>
                </>
              ),
              clause: criterion.clause,
            }))}
          />
        </div>
      ))}
    </>
  );
}

export function ScorecardSection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  const nameOf = useNameOf();
  const { groups, bonus, vetoes, grades, title } = book.scorecard;
  return (
    <FoldCard title={t('sections.scorecard')} description={title} id="scorecard">
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        {groups.map((group) => (
          <section key={group.code} aria-label={group.name}>
            <h3 className="font-medium">
              {nameOf(group)} · {t('points', { points: String(group.points) })}
            </h3>
            <Indicators group={group} book={book} />
          </section>
        ))}
        <section aria-label={t('vetoes')}>
          <h3 className="font-medium">{t('vetoes')}</h3>
          <Entries
            clauses={book.clauses}
            entries={vetoes.map((veto) => ({ key: veto.code, name: nameOf(veto), clause: veto.clause }))}
          />
        </section>
        <section aria-label={t('grades')}>
          <h3 className="font-medium">{t('grades')}</h3>
          <Entries
            clauses={book.clauses}
            entries={[
              ...grades.map((grade) => ({
                key: grade.code,
                name: t('grade', { name: nameOf(grade), from: String(grade.from) }),
                clause: grade.clause,
              })),
              { key: 'bonus', name: t('bonus', { cap: String(bonus.cap) }), clause: bonus.clause },
            ]}
          />
        </section>
      </div>
    </FoldCard>
  );
}
