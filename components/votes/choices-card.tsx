import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { formatArea } from '@/lib/domain/kernel/area';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { labelIn } from '@/lib/domain/kernel/label';
import { percentForEye } from '@/lib/domain/kernel/ratio';
import type { TallyView } from '@/lib/domain/votes/answers';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { CHOICES } from '@/lib/domain/votes/types';
import { formatAreaNumber } from '@/lib/format/area';
import { formatCount, NONE } from '@/lib/format/number';

const area = (text: string): bigint => parseHundredths(text) ?? 0n;

/** How many said what, of how many households and how much area. The parts make the whole. */
export function ChoicesCard({ tally }: { tally: TallyView }) {
  const t = useTranslations('votes.choices');
  const locale = useLocale();
  const said = CHOICES.map((choice) => ({
    key: choice,
    label: labelIn(CHOICE_LABELS[choice], locale),
    households: tally[`${choice}Households`],
    area: area(tally[`${choice}Area`]),
  }));
  const returned = said.reduce((sum, row) => sum + row.area, 0n);
  const rows = [
    ...said,
    {
      key: 'none',
      label: t('notReturned'),
      households: tally.households - tally.returned,
      area: area(tally.area) - returned,
    },
    { key: 'total', label: t('total'), households: tally.households, area: area(tally.area) },
  ];
  const share = (households: number) => percentForEye(BigInt(households), BigInt(tally.households));
  return (
    <Card title={t('title')} flush>
      <Table caption={t('title')} className="border-0">
        <thead>
          <tr>
            <HeadCell>{t('choice')}</HeadCell>
            <HeadCell align="right">{t('households')}</HeadCell>
            <HeadCell align="right">{t('share')}</HeadCell>
            <HeadCell align="right">{t('area')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} className={row.key === 'total' ? 'font-medium' : undefined}>
              <Cell primary>{row.label}</Cell>
              <Cell label={t('households')} align="right">
                {formatCount(row.households)}
              </Cell>
              <Cell label={t('share')} align="right">
                {share(row.households) === undefined ? NONE : `${share(row.households)}%`}
              </Cell>
              <Cell label={t('area')} align="right">
                {formatAreaNumber(formatArea(row.area))}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
