import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { CardAnswer, SeasonDetail, TotalAnswer } from '@/lib/domain/scorecards/season/answers';
import { unitName } from '@/lib/format/unit-name';
import { pointsText } from '../score-words';
import { isReached, useSeasonWords } from './season-words';

const STAGES = ['self', 'review', 'deliberation'] as const;

function Total({ total }: { total: TotalAnswer | null }) {
  const { nameOf } = useSeasonWords();
  if (!total) return <span className="text-ink-3">—</span>;
  return (
    <>
      <span className="font-semibold tabular-nums">{pointsText(total.total)}</span>
      <span className="block text-xs text-ink-3">{nameOf(total.grade)}</span>
    </>
  );
}

function Flags({ card }: { card: CardAnswer }) {
  const { t } = useSeasonWords();
  const { vetoed, vetoesProposed, disagreements, disputesOpen, late, takenIn } = card;
  const isClear = !vetoed && vetoesProposed + disagreements + disputesOpen === 0 && !late && !takenIn;
  return (
    <span className="flex flex-wrap gap-1">
      {vetoed && <Badge tone="red">{t('vetoed')}</Badge>}
      {vetoesProposed > 0 && <Badge tone="red">{t('sheet.vetoesProposed', { count: vetoesProposed })}</Badge>}
      {disagreements > 0 && <Badge tone="amber">{t('sheet.disagreements', { count: disagreements })}</Badge>}
      {disputesOpen > 0 && <Badge tone="amber">{t('sheet.disputesOpen', { count: disputesOpen })}</Badge>}
      {takenIn && <Badge tone="amber">{t('unsubmitted')}</Badge>}
      {late && !takenIn && <Badge tone="amber">{t('late')}</Badge>}
      {isClear && <span className="text-ink-3">{t('sheet.noFlags')}</span>}
    </span>
  );
}

/** 审议表: every county with its three scores, flags, veto and proofs, on one page. */
export function DecisionTable({ season }: { season: SeasonDetail }) {
  const { t, locale, nameOf } = useSeasonWords();
  const title = t('sheet.title', { year: String(season.year) });
  return (
    <DataTable
      caption={title}
      rows={season.cards}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')} description={t('noneText')} />}
      columns={[
        {
          key: 'county',
          header: t('sheet.county'),
          primary: true,
          className: 'whitespace-nowrap',
          cell: ({ county }) => (
            <TextLink href={`/scorecards/${county.id}/season?year=${season.year}`}>{unitName(county, locale)}</TextLink>
          ),
        },
        {
          key: 'state',
          header: t('sheet.state'),
          className: 'whitespace-nowrap',
          cell: ({ status }) => <Badge tone={status === 'open' ? 'neutral' : 'accent'}>{t(`status.${status}`)}</Badge>,
        },
        ...STAGES.map((stage) => ({
          key: stage,
          header: t(`columns.${stage}`),
          align: 'right' as const,
          cell: ({ totals, status }: CardAnswer) => <Total total={isReached(status, stage) ? totals[stage] : null} />,
        })),
        { key: 'flags', header: t('sheet.flags'), cell: (card) => <Flags card={card} /> },
        {
          key: 'proofs',
          header: t('sheet.proofs'),
          cell: ({ county, proofs, siteChecks }) => (
            <TextLink href={`/scorecards/${county.id}/season?year=${season.year}#criteria`}>
              {t('sheet.proofsText', { proofs, checks: siteChecks })}
            </TextLink>
          ),
        },
        {
          key: 'rank',
          header: t('sheet.rank'),
          className: 'whitespace-nowrap',
          cell: ({ result }) =>
            result ? `${t('total.rank', { rank: result.rank })} · ${nameOf(result.grade)}` : <span>—</span>,
        },
      ]}
    />
  );
}
