import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { textLinkStyle } from '@/components/ui/text-link';
import type { BuildingTally } from '@/lib/domain/votes/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { formatCount } from '@/lib/format/number';

/** A strip of what each building said, each with the way to its doors. */
export function BuildingsCard({ roundId, buildings }: { roundId: string; buildings: readonly BuildingTally[] }) {
  const t = useTranslations('votes.buildings');
  return (
    <Card title={t('title')} flush>
      <Table caption={t('title')} className="border-0">
        <thead>
          <tr>
            <HeadCell>{t('building')}</HeadCell>
            <HeadCell align="right">{t('households')}</HeadCell>
            <HeadCell align="right">{t('returned')}</HeadCell>
            <HeadCell align="right">{t('agree')}</HeadCell>
            <HeadCell align="right">{t('disagree')}</HeadCell>
            <HeadCell align="right">{t('abstain')}</HeadCell>
            <HeadCell align="right">{t('area')}</HeadCell>
            <HeadCell className="w-40">
              <span className="sr-only">{t('agree')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {buildings.map((one) => (
            <Row key={one.id}>
              <Cell primary>
                <Link href={`/votes/${roundId}/grid?building=${one.id}`} prefetch={false} className={textLinkStyle}>
                  {one.name}
                </Link>
              </Cell>
              <Cell label={t('households')} align="right">
                {formatCount(one.households)}
              </Cell>
              <Cell label={t('returned')} align="right">
                {formatCount(one.agree + one.disagree + one.abstain)}
              </Cell>
              <Cell label={t('agree')} align="right">
                {formatCount(one.agree)}
              </Cell>
              <Cell label={t('disagree')} align="right">
                {formatCount(one.disagree)}
              </Cell>
              <Cell label={t('abstain')} align="right">
                {formatCount(one.abstain)}
              </Cell>
              <Cell label={t('area')} align="right">
                {formatAreaNumber(one.agreeArea)}
              </Cell>
              <Cell hideOnPhone>
                <Strip building={one} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** Drawn only: the figures stand beside it. */
function Strip({ building: { households, agree, disagree, abstain } }: { building: BuildingTally }) {
  const width = (count: number) => ({ width: `${(100 * count) / Math.max(1, households)}%` });
  return (
    <span aria-hidden="true" className="flex h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset">
      <span className="bg-accent" style={width(agree)} />
      <span className="bg-ink-3" style={width(disagree)} />
      <span className="bg-line-strong" style={width(abstain)} />
    </span>
  );
}
