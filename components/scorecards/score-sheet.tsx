import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { WhyPopover } from '@/components/ui/why-popover';
import type { LiveAnswer, LiveCriterion } from '@/lib/domain/scorecards/live-answers';
import { type Clauses, pointsText, useScoreWords } from './score-words';

type Where = { county: string; year: number; clauses: Clauses };

function Criterion({ criterion, county, year, clauses }: { criterion: LiveCriterion } & Where) {
  const { t, formula, test, textOf } = useScoreWords();
  const { id, points, value, proof, tests } = criterion;
  const why = clauses[criterion.clause];
  const isOpen = proof === 'attested' || proof === 'review';
  return (
    <details className="group/criterion border-t border-line py-2 first:border-t-0">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="w-9 shrink-0 text-sm text-ink-3 tabular-nums">{id}</span>
        <span className="min-w-0 flex-1 basis-64">{textOf(criterion)}</span>
        <Badge>{t(`proof.${proof}`)}</Badge>
        <span
          className={`w-24 shrink-0 text-right tabular-nums ${value === points ? 'text-green-ink' : value === 0 && !isOpen ? 'text-ink-3' : ''}`}
        >
          <span className="font-semibold">{isOpen ? '—' : pointsText(value)}</span>
          <span className="text-ink-3"> / {pointsText(points)}</span>
        </span>
      </summary>
      <div className="mt-2 space-y-1.5 pl-9 text-sm">
        <p className="text-ink-2 tabular-nums">
          {formula(criterion.formula, value)} {why && <WhyPopover finding={textOf(criterion)} clauses={[why]} />}
        </p>
        {proof === 'attested' && <p className="text-ink-3">{t('sheet.attestedText')}</p>}
        {proof === 'review' && <p className="text-ink-3">{t('sheet.reviewText')}</p>}
        {tests.length > 0 && (
          <ul className="space-y-1">
            {tests.map((one) => (
              <li key={`${one.measure}${one.found}`} className={one.met ? 'text-ink-2' : 'text-amber-ink'}>
                {test(one)}
              </li>
            ))}
          </ul>
        )}
        {tests.some(({ of }) => of > 0) && (
          <TextLink href={`/scorecards/${county}/criteria/${id}?year=${year}`}>
            {t('sheet.all', { count: tests.reduce((sum, { of }) => sum + of, 0) })}
          </TextLink>
        )}
      </div>
    </details>
  );
}

/** Every point earned and lost, in the order of the template. */
export function ScoreSheetView({ live, clauses }: { live: LiveAnswer; clauses: Clauses }) {
  const { t, nameOf } = useScoreWords();
  const where = { county: live.county.id, year: live.year, clauses };
  return (
    <Card id="sheet" title={t('sheet.title')} description={t('sheet.text')}>
      <div className="space-y-6">
        {live.groups.map((group) => (
          <section key={group.code} aria-label={nameOf(group)}>
            <h3 className="flex items-baseline justify-between gap-4 border-b border-line pb-1 font-semibold">
              {nameOf(group)}
              <span className="tabular-nums">
                {pointsText(group.value)} <span className="font-normal text-ink-3">/ {pointsText(group.points)}</span>
              </span>
            </h3>
            {group.indicators.map((indicator) => (
              <div key={indicator.code} className="mt-3">
                <h4 className="flex items-baseline justify-between gap-4 text-sm font-medium text-ink-2">
                  {nameOf(indicator)}
                  <span className="tabular-nums">
                    {pointsText(indicator.value)}{' '}
                    <span className="font-normal text-ink-3">/ {pointsText(indicator.points)}</span>
                  </span>
                </h4>
                {indicator.criteria.map((criterion) => (
                  <Criterion key={criterion.id} criterion={criterion} {...where} />
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
    </Card>
  );
}
