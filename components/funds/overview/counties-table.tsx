import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type MarkupColumn, MarkupTable } from '@/components/ui/markup-table';
import { sorting } from '@/components/ui/sort-link';
import { hrefWith, type Params } from '@/components/ui/url';
import type { FundOverview } from '@/lib/domain/funds/overview-answers';
import { COUNTY_SORTS, type CountyOrder } from '@/lib/domain/funds/overview-order';
import { html } from '@/lib/format/html';
import { wanNumberText } from '@/lib/format/money-text';
import { unitName } from '@/lib/format/unit-name';
import { fenOf, shareOf } from '../words';
import { Definitions } from './definitions';
import { entriesHref } from './entries-href';

type County = FundOverview['counties'][number];
type Props = { data: FundOverview; order: CountyOrder; params: Params };

/** The counties side by side; the first that money reaches least is what one looks for. */
export function CountiesTable({ data: { counties, year }, order, params }: Props) {
  const t = useTranslations('fundViews');
  const locale = useLocale();
  const sum = (text: string) => wanNumberText(text, locale);
  const figure = (key: (typeof COUNTY_SORTS)[number]): MarkupColumn<County> => ({
    key,
    header: t(key),
    align: 'right',
    cell: (county) => {
      const text = sum(county[key]);
      if (key === 'planned' || fenOf(county[key]) === 0n) return text;
      if (key === 'gap')
        return fenOf(county.gap) > 0n ? html`<span class="font-medium text-red-ink">${text}</span>` : text;
      return html`<a href="${entriesHref({ year, county: county.id, movement: key })}" data-soft="" class="text-link">${text}</a>`;
    },
    ...sorting('/funds', params, key, order),
  });
  const rate = (key: string, part: 'received' | 'paid', whole: 'allocated' | 'received'): MarkupColumn<County> => ({
    key,
    header: t(`rateNames.${part}`),
    align: 'right',
    hideOnPhone: true,
    cell: (county) => shareOf(county[part], county[whole]),
  });
  return (
    <Card title={t('countiesTitle')} description={t('inWan')} action={<Definitions />} flush className="pb-1">
      <MarkupTable
        caption={t('countiesTitle')}
        wide
        rows={counties}
        empty={null}
        columns={[
          {
            key: 'name',
            header: t('county'),
            primary: true,
            cell: (county) =>
              html`<a href="${hrefWith('/funds', params, { county: county.id, sort: undefined, order: undefined })}" data-soft="" class="text-link font-medium">${unitName(county, locale)}</a>`,
          },
          ...COUNTY_SORTS.map(figure),
          rate('receivedRate', 'received', 'allocated'),
          rate('paidRate', 'paid', 'received'),
        ]}
      />
    </Card>
  );
}
