import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusLight } from '@/components/ui/status-light';
import { formatMoney } from '@/lib/domain/kernel/money';
import { yuanText } from '@/lib/format/money-text';
import { fenOf } from './words';

/** The lines beside the total, in sight while one types, and what is done with them. */
export function BatchBalance({ total, sum, children }: { total: string; sum: bigint; children: ReactNode }) {
  const t = useTranslations('allocation.lines');
  const locale = useLocale();
  const difference = fenOf(total) - sum;
  const text = (fen: bigint) => yuanText(formatMoney(fen), locale);
  return (
    <div className="sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3 shadow-float">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm tabular-nums" aria-live="polite">
        <span>
          {t('total')} <strong>{text(fenOf(total))}</strong>
        </span>
        <span>
          {t('placed')} <strong>{text(sum)}</strong>
        </span>
        <StatusLight light={difference === 0n ? 'green' : difference > 0n ? 'amber' : 'red'}>
          {difference === 0n
            ? t('equal')
            : difference > 0n
              ? t('short', { sum: text(difference) })
              : t('more', { sum: text(-difference) })}
        </StatusLight>
      </p>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
