import { useLocale, useTranslations } from 'next-intl';
import { LineChart } from '@/components/charts/line-chart';
import { Card } from '@/components/ui/card';
import type { FundOverview } from '@/lib/domain/funds/overview-answers';
import { wanText } from '@/lib/format/money-text';
import { drawnIn, fenOf, shareOf } from '../words';
import { entriesHref } from './entries-href';

type Props = { data: FundOverview; county: string | undefined };

/** What was allocated, received and paid by the end of each month. */
export function MonthsCurve({ data: { months, year }, county }: Props) {
  const t = useTranslations('fundViews');
  const locale = useLocale();
  const last = months.at(-1);
  const height = (text: string) => drawnIn(locale, fenOf(text));
  const title = last
    ? t('months.finding', {
        month: last.month,
        paid: wanText(last.soFar.paid, locale),
        percent: shareOf(last.soFar.paid, last.soFar.allocated),
      })
    : t('months.title');
  return (
    <Card>
      <LineChart
        title={title}
        description={t('months.description')}
        unit={t('flow.unit')}
        digits={2}
        series={(['allocated', 'received', 'paid'] as const).map((key) => ({ key, label: t(key) }))}
        data={months.map(({ month, soFar }) => ({
          label: month,
          values: { allocated: height(soFar.allocated), received: height(soFar.received), paid: height(soFar.paid) },
          href: entriesHref({ year, county, month }),
        }))}
        empty={t('empty')}
      />
    </Card>
  );
}
