import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { BookedView } from '@/lib/domain/funds/imports/answers';
import { ORDER_LABELS } from '@/lib/domain/funds/labels';
import { labelIn } from '@/lib/domain/kernel/label';

/** From a line, or one of its parts, to what it is in the books. */
export function BookedLink({ booked }: { booked: BookedView | null }) {
  const t = useTranslations('fundImports.decision');
  const locale = useLocale();
  if (!booked) return null;
  const { type, id, voucherNo: no, status } = booked;
  const day = <span className="whitespace-nowrap">· {booked.day}</span>;
  if (type === 'entry')
    return (
      <TextLink href={`/funds/entries/${id}`} className="block text-sm">
        {t('toEntry', { no })} {day}
      </TextLink>
    );
  return (
    <TextLink href={`/funds/payments?order=${id}`} className="block text-sm">
      {t('toOrder', { no, status: status ? labelIn(ORDER_LABELS[status], locale) : '—' })} {day}
    </TextLink>
  );
}
