import { useLocale, useTranslations } from 'next-intl';
import { FlowChart } from '@/components/charts/flow-chart';
import { Card } from '@/components/ui/card';
import { itemLabel } from '@/lib/domain/funds/labels';
import { largestItems, OTHER_ITEMS } from '@/lib/domain/funds/overview';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatMoney } from '@/lib/domain/kernel/money';
import { wanText } from '@/lib/format/money-text';
import { drawnIn, type FundWords, fenOf, inWords } from '../words';

type Props = {
  flows: readonly { source: string; item: string; paid: string }[];
  words: FundWords;
  /** the entries of a band */
  hrefOf: (source: string, item: string) => string;
};
/** More bands than this cannot be told apart. */
const MOST_ITEMS = 12;

/** 资金流向: from source to what it was paid for. */
export function FlowPicture({ flows, words, hrefOf }: Props) {
  const t = useTranslations('fundViews.flow');
  const locale = useLocale();
  const nameOf = (source: string) =>
    inWords(
      words.sources.find(({ code }) => code === source),
      source,
      locale,
    );
  const itemName = (item: string) =>
    item === OTHER_ITEMS ? t('others') : item === '' ? t('fees') : labelIn(itemLabel(words.menu, item), locale);
  const shown = largestItems(
    flows.map((flow) => ({ ...flow, paid: fenOf(flow.paid) })),
    MOST_ITEMS,
  );
  const links = shown.map(({ source, item, paid }) => ({
    ...{ from: nameOf(source), to: itemName(item) },
    value: drawnIn(locale, paid),
    display: wanText(formatMoney(paid), locale),
    href: item === OTHER_ITEMS ? undefined : hrefOf(source, item),
  }));
  const first = links.toSorted((a, b) => b.value - a.value)[0];
  return (
    <Card>
      <FlowChart
        title={first ? t('finding', { from: first.from, to: first.to, sum: first.display }) : t('title')}
        description={t('description')}
        unit={t('unit')}
        head={t('head')}
        links={links}
        empty={t('empty')}
      />
    </Card>
  );
}
