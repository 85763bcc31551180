import { Banner } from '@/components/ui/banner';
import type { Overview } from '@/lib/domain/overview/answers';
import { formatDateTime } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';
import { useOverviewWords } from './words';

/** Which moment it is, and which facts are not there: nothing is guessed. */
export function MomentBanners({ data }: { data: Overview }) {
  const { t, locale, month } = useOverviewWords();
  const { completion } = data;
  const names = data.missing.map((unit) => unitName(unit, locale)).join(locale === 'en' ? ', ' : '、');
  // of a county of which nothing was kept nobody knows whether its total was locked
  const unfrozen = completion.unfrozen - data.missing.length;
  const lines = [
    ...(data.month !== null && names ? [t('incompleteLines.missing', { month: month(data.month), names })] : []),
    ...(completion.baseline === null
      ? [t('incompleteLines.noBaseline')]
      : unfrozen > 0
        ? [t('incompleteLines.unfrozen', { count: String(unfrozen) })]
        : []),
    ...(completion.ofYear.target === null ? [t('incompleteLines.noTarget')] : []),
    ...(data.month !== null && data.lights === null && completion.ofYear.compounds > 0
      ? [t('incompleteLines.lights')]
      : []),
  ];
  return (
    <>
      {data.month !== null && (
        <Banner
          tone="accent"
          title={t('kept', { month: month(data.month), moment: formatDateTime(new Date(data.asOf), locale) })}
        />
      )}
      {lines.length > 0 && <Banner title={t('incomplete')} list={lines} />}
    </>
  );
}
