import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { FoldCard } from '@/components/ui/fold-card';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { formatDate } from '@/lib/format/date';
import { ClauseLink } from './clause-link';
import { Entries, useNameOf } from './entries';

export function EligibilitySection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  const nameOf = useNameOf();
  const { cutOff, laterBuilt, criteria, deficiencies, exclusions, minimumDeficiencies } = book.eligibility;
  const listed = (list: { code: string; name: string; nameEn: string; clause: string }[]) =>
    list.map((one) => ({ key: one.code, name: nameOf(one), clause: one.clause }));
  return (
    <FoldCard title={t('sections.eligibility')} id="eligibility">
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-3">
        <div>
          <h3 className="text-sm font-medium text-ink-2">{t('criteria')}</h3>
          <Entries
            clauses={book.clauses}
            entries={[
              ...listed(criteria),
              {
                key: 'cutOff',
                name: t('cutOff', { year: String(cutOff.latestYear) }),
                note: t('cutOffText'),
                clause: cutOff.clause,
              },
              ...(laterBuilt
                ? [
                    {
                      key: 'laterBuilt',
                      name: t('laterBuilt', {
                        year: String(laterBuilt.latestYear),
                        percent: String(laterBuilt.quotaPercent),
                      }),
                      clause: laterBuilt.clause,
                    },
                  ]
                : []),
            ]}
          />
        </div>
        <div>
          <h3 className="text-sm font-medium text-ink-2">
            {t('deficiencies', { minimum: String(minimumDeficiencies) })}
          </h3>
          <Entries clauses={book.clauses} entries={listed(deficiencies)} />
        </div>
        <div>
          <h3 className="text-sm font-medium text-ink-2">{t('exclusions')}</h3>
          <Entries clauses={book.clauses} entries={listed(exclusions)} />
        </div>
      </div>
    </FoldCard>
  );
}

export function CalendarSection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  const locale = useLocale();
  const targetOf = (year: number) => book.calendar.cumulativeTargets.find((target) => target.year === year);
  return (
    <FoldCard title={t('sections.calendar')} id="calendar">
      <DataTable
        caption={t('sections.calendar')}
        rows={book.calendar.years}
        rowKey={({ year }) => String(year)}
        empty={null}
        columns={[
          {
            key: 'year',
            header: t('year'),
            primary: true,
            cell: ({ year }) => t('yearName', { year: String(year) }),
          },
          {
            key: 'target',
            header: t('target'),
            cell: ({ year }) => {
              const target = targetOf(year);
              return target ? (
                <>
                  {t('share', { percent: String(target.percent) })}{' '}
                  <ClauseLink id={target.clause} clauses={book.clauses} />
                </>
              ) : null;
            },
          },
          {
            key: 'startBy',
            header: t('startBy'),
            cell: ({ startBy }) => formatDate(calendarDateOf(startBy), locale),
          },
          {
            key: 'completeBy',
            header: t('completeBy'),
            cell: ({ completeBy }) => formatDate(calendarDateOf(completeBy), locale),
          },
          {
            key: 'clause',
            header: t('clause'),
            cell: ({ clause }) => <ClauseLink id={clause} clauses={book.clauses} />,
          },
        ]}
      />
    </FoldCard>
  );
}
