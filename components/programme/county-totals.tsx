import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { CampaignDetail, CountyBaseline, FiguresAnswer } from '@/lib/domain/programme/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { compoundsHref } from '@/lib/format/compounds-href';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';

type Side = 'live' | 'frozen' | 'inForce' | 'difference';

const isNothing = ({ compounds, buildings, households, floorArea }: FiguresAnswer) =>
  compounds === 0 && buildings === 0 && households === 0 && floorArea === '0.00';

/** Compounds and households in one line, the floor area below. */
function FiguresText({ figures, signed }: { figures: FiguresAnswer; signed?: boolean }) {
  const t = useTranslations('programme');
  const { compounds, households, floorArea } = figures;
  if (signed && isNothing(figures)) {
    return <span className="text-ink-3">{t('same')}</span>;
  }
  const sign = (text: string) => (signed && !text.startsWith('-') && !/^0(\.00)?$/.test(text) ? `+${text}` : text);
  return (
    <>
      <span className="block">
        {t('unitFigure', {
          compounds: sign(formatCount(compounds)),
          households: sign(formatCount(households)),
        })}
      </span>
      <span className="block text-xs text-ink-3">{t('areaFigure', { area: sign(formatAreaNumber(floorArea)) })}</span>
    </>
  );
}

export function CountyTotals({ campaign, mayOpen }: { campaign: CampaignDetail; mayOpen: boolean }) {
  const t = useTranslations('programme');
  const locale = useLocale();
  const isFrozen = campaign.status === 'frozen';
  const figures = (row: Pick<CountyBaseline, Side>, side: Side) => {
    const found = row[side];
    return found ? <FiguresText figures={found} signed={side === 'difference'} /> : null;
  };
  const column = (side: Side): Column<CountyBaseline> => ({
    key: side,
    header: t(side),
    align: 'right',
    cell: (row) => {
      const content = figures(row, side);
      const opens = side === 'live' || (side === 'difference' && row.difference && !isNothing(row.difference));
      if (!mayOpen || !opens) return content;
      const href =
        side === 'live'
          ? compoundsHref({ county: row.countyId, eligibility: 'eligible' })
          : `/programme/campaigns/${campaign.id}?county=${row.countyId}#changes`;
      return <TextLink href={href}>{content}</TextLink>;
    },
  });
  const sides: Side[] = isFrozen ? ['frozen', 'inForce', 'live', 'difference'] : ['live'];
  const footer = Object.fromEntries(sides.map((side) => [side, figures(campaign.sum, side)]));
  return (
    <DataTable
      caption={t('totals')}
      rows={campaign.counties}
      rowKey={({ countyId }) => countyId}
      empty={null}
      columns={[
        {
          key: 'county',
          header: t('county'),
          primary: true,
          cell: (county) => unitName(county, locale),
        },
        ...sides.map(column),
      ]}
      footer={campaign.counties.length > 1 ? { county: t('sum'), ...footer } : undefined}
    />
  );
}
