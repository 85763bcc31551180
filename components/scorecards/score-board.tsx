import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { BoardAnswer, BoardRow } from '@/lib/domain/scorecards/live-answers';
import { unitName } from '@/lib/format/unit-name';
import { ScoreBar } from './score-bar';
import { pointsText, useScoreWords } from './score-words';
import { STANDING_LIGHTS } from './standing';

/** Every county with its score today, the highest first. */
export function ScoreBoard({ board }: { board: BoardAnswer }) {
  const { t, locale, nameOf } = useScoreWords();
  const year = board.year ?? 0;
  const isOver = board.today !== null && board.completeBy !== null && board.today > board.completeBy;
  return (
    <DataTable
      caption={t('board.list')}
      rows={board.items}
      rowKey={({ county }) => county.id}
      empty={<EmptyState title={t('board.empty')} description={t('board.emptyText')} />}
      columns={[
        {
          key: 'county',
          header: t('board.county'),
          primary: true,
          className: 'whitespace-nowrap',
          cell: ({ county }) => (
            <TextLink href={`/scorecards/${county.id}?year=${year}`}>{unitName(county, locale)}</TextLink>
          ),
        },
        {
          key: 'score',
          header: `${t('board.score')}${t('board.of')}`,
          className: 'min-w-56',
          cell: (row: BoardRow) => (
            <>
              <ScoreBar name={unitName(row.county, locale)} value={row.value} groups={row.groups} />
              <span className="block text-xs text-ink-3">
                {t('board.attested', { points: pointsText(row.attested), review: pointsText(row.review) })}
              </span>
            </>
          ),
        },
        { key: 'grade', header: t('board.grade'), className: 'whitespace-nowrap', cell: ({ grade }) => nameOf(grade) },
        {
          key: 'forecast',
          header: t('board.forecast'),
          className: 'whitespace-nowrap tabular-nums',
          cell: ({ forecast: { low, high } }) =>
            isOver ? (
              <span className="text-ink-3">{t('board.over')}</span>
            ) : low === high ? (
              pointsText(low)
            ) : (
              t('board.range', { low: pointsText(low), high: pointsText(high) })
            ),
        },
        {
          key: 'target',
          header: t('board.target'),
          className: 'min-w-40',
          cell: ({ target, completed, inTime }) =>
            target ? (
              t('board.targetText', { completed, target, inTime })
            ) : (
              <span className="text-amber-ink">{t('board.noTarget')}</span>
            ),
        },
        {
          key: 'veto',
          header: t('board.veto'),
          className: 'whitespace-nowrap',
          cell: ({ veto }) => <StatusLight light={STANDING_LIGHTS[veto]}>{t(`standing.${veto}`)}</StatusLight>,
        },
      ]}
    />
  );
}
