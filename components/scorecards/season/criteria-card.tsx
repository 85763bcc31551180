import { Card } from '@/components/ui/card';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { CriterionLine } from './criterion-line';
import { useSeasonWords } from './season-words';
import { ValueColumns } from './value-columns';

const COLUMNS = ['computed', 'self', 'review', 'deliberation'] as const;

/** Every criterion with 记录、自评、复核、审议 side by side. */
export function CriteriaCard({ card }: { card: ScorecardAnswer }) {
  const { t, nameOf } = useSeasonWords();
  return (
    <Card id="criteria" title={t('columns.criterion')}>
      <p aria-hidden="true" className="flex items-baseline gap-x-3 pb-2 text-xs text-ink-3 max-lg:hidden">
        <span className="flex-1" />
        <span className="w-12 text-right">{t('columns.full')}</span>
        {COLUMNS.map((column) => (
          <span key={column} className="w-14 text-right">
            {t(`columns.${column}`)}
          </span>
        ))}
      </p>
      <div className="space-y-6">
        {card.groups.map((group) => (
          <section key={group.code} aria-label={nameOf(group)}>
            <h3 className="border-b border-line pb-1 font-semibold">{nameOf(group)}</h3>
            {group.indicators.map((indicator) => (
              <div key={indicator.code} className="mt-3">
                <h4 className="flex flex-wrap items-baseline gap-x-3 text-sm font-medium text-ink-2 lg:flex-nowrap">
                  <span className="min-w-0 flex-1 max-lg:basis-full">{nameOf(indicator)}</span>
                  <ValueColumns status={card.status} points={indicator.points} values={indicator.values} />
                </h4>
                {indicator.criteria.map((criterion) => (
                  <CriterionLine key={criterion.id} card={card} criterion={criterion} />
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
    </Card>
  );
}
