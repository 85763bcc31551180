import { useLocale, useTranslations } from 'next-intl';
import { Stat } from '@/components/ui/stat';
import type { ProjectMoney } from '@/lib/domain/funds/answers';
import { yuanText } from '@/lib/format/money-text';
import { fenOf, shareOf } from './words';

type Props = { total: ProjectMoney['total']; hrefOf?: (movement: 'allocated' | 'received' | 'paid') => string };

/** Planned, allocated, received, paid, each beside the one before it; every figure opens its entries. */
export function MoneyStats({ total, hrefOf }: Props) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const { planned, allocated, received, paid, left } = total;
  const isMore = fenOf(allocated) > fenOf(planned);
  const more = yuanText(total.gap.replace('-', ''), locale);
  const share = (part: string, whole: string, key: 'ofPlanned' | 'ofAllocated' | 'ofReceived') =>
    fenOf(whole) > 0n ? t(key, { percent: shareOf(part, whole) }) : undefined;
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3 min-[87.5rem]:grid-cols-5">
      <Stat label={t('planned')} value={yuanText(planned, locale)} />
      <Stat
        label={t('allocated')}
        value={yuanText(allocated, locale)}
        note={isMore ? t('moreThanPlanned', { sum: more }) : share(allocated, planned, 'ofPlanned')}
        href={hrefOf?.('allocated')}
      />
      <Stat
        label={t('received')}
        value={yuanText(received, locale)}
        note={share(received, allocated, 'ofAllocated')}
        href={hrefOf?.('received')}
      />
      <Stat
        label={t('paid')}
        value={yuanText(paid, locale)}
        note={share(paid, received, 'ofReceived')}
        href={hrefOf?.('paid')}
      />
      <Stat label={t('left')} value={yuanText(left, locale)} />
    </div>
  );
}
