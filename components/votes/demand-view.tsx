import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import type { DemandRow } from '@/lib/domain/votes/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { formatCount } from '@/lib/format/number';

type Props = {
  items: readonly DemandRow[];
  problems: readonly { where: string; problems: string }[];
  households: number;
};

/** Items by how many want them, and what people said in their own words. */
export function DemandView({ items, problems, households }: Props) {
  const t = useTranslations('votes.demand');
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <Table caption={t('title')}>
        <thead>
          <tr>
            <HeadCell>{t('item')}</HeadCell>
            <HeadCell align="right">{t('households')}</HeadCell>
            <HeadCell align="right">{t('area')}</HeadCell>
            <HeadCell className="w-1/3">
              <span className="sr-only">{t('households')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.code}>
              <Cell primary>
                {item.name} <span className="text-xs font-normal text-ink-3">{item.code}</span>
              </Cell>
              <Cell label={t('households')} align="right">
                {formatCount(item.households)}
              </Cell>
              <Cell label={t('area')} align="right">
                {formatAreaNumber(item.area)}
              </Cell>
              <Cell hideOnPhone>
                <span aria-hidden="true" className="block h-2 rounded-full bg-sunken">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${(100 * item.households) / Math.max(1, households)}%` }}
                  />
                </span>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {problems.length > 0 && (
        <Card title={t('problems')}>
          <ul className="space-y-2.5 text-sm">
            {problems.map(({ where, problems: said }) => (
              <li key={where} className="border-l-2 border-line pl-3">
                <p className="text-xs text-ink-3">{where}</p>
                <p>{said}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
