import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Copyable } from '@/components/ui/copyable';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { RoundView } from '@/lib/domain/votes/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { formatYuan } from '@/lib/format/money';

/** What was frozen and when what happened: the facts that a dispute asks for. */
export function RoundFacts({ round }: { round: RoundView }) {
  const t = useTranslations('votes.facts');
  const locale = useLocale();
  const { tally, scheme, head, rollHash, plannedCloseOn } = round;
  const day = (instant: string | null) => instant && formatDateTime(new Date(instant), locale);
  const yuan = (text: string) => formatYuan(parseHundredths(text) ?? 0n, locale);
  const items: (Definition | false)[] = [
    { term: t('code'), value: <Copyable text={round.code} /> },
    { term: t('planned'), value: plannedCloseOn && formatDate(calendarDateOf(plannedCloseOn), locale) },
    round.openedAt !== null && { term: t('opened'), value: day(round.openedAt) },
    round.closedAt !== null && { term: t('closed'), value: day(round.closedAt) },
    round.certifiedAt !== null && { term: t('certified'), value: day(round.certifiedAt) },
    scheme !== null && { term: t('scheme'), value: t('schemeText', { no: scheme.no, title: scheme.title }) },
    scheme !== null && { term: t('estimate'), value: yuan(scheme.estimate) },
    scheme !== null && { term: t('share'), value: yuan(scheme.ownersShare) },
    tally !== null && {
      term: t('roll'),
      value: t('rollText', {
        households: tally.households,
        area: formatAreaNumber(tally.area),
        voters: tally.voters,
      }),
      wide: true,
    },
    rollHash !== null && { term: t('rollHash'), value: <Copyable text={rollHash} />, wide: true },
    head !== null && {
      term: t('chain'),
      value: (
        <>
          {t('chainText', { seq: head.seq })} <Copyable text={head.hash} />
        </>
      ),
      wide: true,
    },
  ];
  return (
    <Card>
      <DefinitionList columns="side" items={items.filter((item): item is Definition => item !== false)} />
    </Card>
  );
}
