import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import { type Clause, WhyPopover } from '@/components/ui/why-popover';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { DeadlineAnswer, YearAnswer } from '@/lib/domain/programme/answers';
import { cumulativeTarget } from '@/lib/domain/programme/calendar';
import { formatDate } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';

type Props = {
  year: YearAnswer;
  /** Compounds of the surveyed total in force; null while it is not frozen. */
  surveyed: number | null;
  clauses: readonly Clause[];
  /** what decides its votes: chosen for the year, or as the rule book names */
  deciding: readonly { name: string; nameEn: string; clause: Clause | null }[];
  action?: ReactNode;
};

function Deadline({ deadline }: { deadline: DeadlineAnswer }) {
  const t = useTranslations('programme.light');
  const locale = useLocale();
  const days = String(Math.abs(deadline.daysLeft));
  const words = deadline.passed
    ? deadline.daysLeft < -365
      ? t('over')
      : t('passed', { days })
    : deadline.daysLeft === 0
      ? t('today')
      : t('left', { days });
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      {formatDate(calendarDateOf(deadline.on), locale)}
      <StatusLight light={deadline.light}>{words}</StatusLight>
    </span>
  );
}

/** A programme year: until when, how much of the surveyed total, by which rules. */
export function YearCard({ year, surveyed, clauses, deciding, action }: Props) {
  const t = useTranslations('programme');
  const annual = useTranslations('annual.targets');
  const locale = useLocale();
  const needed = surveyed === null ? null : cumulativeTarget(surveyed, year.targetShare, 0).needed;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t('yearName', { year: String(year.year) })}
          {year.current && <Badge tone="accent">{t('current')}</Badge>}
        </span>
      }
      action={action}
    >
      <DefinitionList
        columns={3}
        items={[
          ...year.deadlines.map((deadline) => ({
            term: t(`deadline.${deadline.kind}`),
            value: <Deadline deadline={deadline} />,
          })),
          {
            term: t('targetShare'),
            value: (
              <span className="inline-flex flex-wrap items-center gap-x-3 max-sm:justify-end">
                {t('targetValue', { share: String(year.targetShare) })}
                {clauses.length > 0 && <WhyPopover clauses={clauses} />}
                {needed !== null && (
                  <span className="text-ink-3">
                    {t('targetNeeded', { total: formatCount(surveyed), needed: formatCount(needed) })}
                  </span>
                )}
              </span>
            ),
          },
          { term: t('reportDay'), value: t('reportDayValue', { day: String(year.reportDay) }) },
          {
            term: t('rulebook'),
            value: (
              <TextLink href={`/rulebook?version=${year.rulebook.id}`}>
                {year.rulebook.code}（{year.rulebook.version}）
              </TextLink>
            ),
          },
          {
            term: t('campaign'),
            value: year.campaign ? (
              <TextLink href={`/programme/campaigns/${year.campaign.id}`}>{year.campaign.name}</TextLink>
            ) : (
              t('noCampaign')
            ),
          },
          {
            term: annual('weights'),
            value: year.rankingWeights
              ? annual('weightsValue', {
                  condition: `${year.rankingWeights.condition}%`,
                  willingness: `${year.rankingWeights.willingness}%`,
                  mechanism: `${year.rankingWeights.mechanism}%`,
                })
              : annual('weightsOfBook'),
          },
          {
            term: t('voteTest'),
            value: (
              <span className="max-sm:text-right">
                {deciding.map(({ name, nameEn }) => (locale === 'en' ? nameEn : name)).join('；')}{' '}
                <WhyPopover clauses={deciding.flatMap((one) => (one.clause ? [one.clause] : []))} />
                <span className="block text-ink-3">{t(year.voteTest ? 'voteTestChosen' : 'voteTestOfBook')}</span>
              </span>
            ),
            wide: true,
          },
        ]}
      />
    </Card>
  );
}
