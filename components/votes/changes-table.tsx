import { useTranslations } from 'next-intl';
import { StatusLight } from '@/components/ui/status-light';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import type { RegisterChange } from '@/lib/domain/votes/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { NONE } from '@/lib/format/number';

/** Each change by itself, the ones that would matter first. */
export function ChangesTable({ changes }: { changes: readonly RegisterChange[] }) {
  const t = useTranslations('votes.changes');
  const said = ({ kind }: RegisterChange, value: string | null) =>
    value === null || value === '' ? NONE : kind === 'owners' ? value : `${formatAreaNumber(value)} ㎡`;
  const sorted = [...changes].sort((a, b) => Number(b.wouldChange) - Number(a.wouldChange));
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <HeadCell>{t('home')}</HeadCell>
          <HeadCell>{t('change')}</HeadCell>
          <HeadCell align="right">{t('from')}</HeadCell>
          <HeadCell align="right">{t('to')}</HeadCell>
          <HeadCell>{t('effect')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {sorted.map((change) => (
          <Row key={`${change.householdId}${change.kind}`}>
            <Cell primary>{change.where}</Cell>
            <Cell label={t('change')}>{t(`kind.${change.kind}`)}</Cell>
            <Cell label={t('from')} align="right">
              {said(change, change.from)}
            </Cell>
            <Cell label={t('to')} align="right">
              {said(change, change.to)}
            </Cell>
            <Cell label={t('effect')}>
              <StatusLight light={change.wouldChange ? 'amber' : 'neutral'}>
                {t(change.wouldChange ? 'would' : 'wouldNot')}
              </StatusLight>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
