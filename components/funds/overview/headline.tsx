import { useLocale, useTranslations } from 'next-intl';
import { Stat } from '@/components/ui/stat';
import type { FundOverview } from '@/lib/domain/funds/overview-answers';
import { wanText } from '@/lib/format/money-text';
import { fenOf, shareOf } from '../words';
import { entriesHref } from './entries-href';

type Props = { data: FundOverview; county: string | undefined };

/** 下达率, 到位率, 支付率: each beside the figure before it. */
export function Headline({ data: { totals, fiscal, year }, county }: Props) {
  const t = useTranslations('fundViews');
  const locale = useLocale();
  const behind = (movement: string) => entriesHref({ year, county, movement });
  const over = fenOf(totals.gap) < 0n;
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-3 min-[87.5rem]:grid-cols-5">
      <Stat
        label={t('planned')}
        value={wanText(totals.planned, locale)}
        note={t('fiscalShare', { percent: shareOf(fiscal.planned, totals.planned) })}
      />
      <Stat
        label={t('allocated')}
        value={wanText(totals.allocated, locale)}
        note={t('rates.allocated', { percent: shareOf(totals.allocated, totals.planned) })}
        href={behind('allocated')}
      />
      <Stat
        label={t('received')}
        value={wanText(totals.received, locale)}
        note={t('rates.received', { percent: shareOf(totals.received, totals.allocated) })}
        href={behind('received')}
      />
      <Stat
        label={t('paid')}
        value={wanText(totals.paid, locale)}
        note={t('rates.paid', { percent: shareOf(totals.paid, totals.received) })}
        href={behind('paid')}
      />
      <Stat
        label={over ? t('over') : t('gap')}
        value={wanText(totals.gap.replace('-', ''), locale)}
        note={fenOf(totals.pool) > 0n ? t('poolNote', { sum: wanText(totals.pool, locale) }) : undefined}
      />
    </div>
  );
}
