import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { labelIn } from '@/lib/domain/kernel/label';
import type { Overview } from '@/lib/domain/overview/answers';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import { formatCount } from '@/lib/format/number';
import { Noted, Opens } from './figure';
import type { Links } from './links';
import { useOverviewWords } from './words';

type Round = Overview['votes'][number];

/** How the two votes go; a certified round has passed or not. */
export function VotesCard({ data, links }: { data: Overview; links: Links }) {
  const { t, locale } = useOverviewWords();
  const sum = (of: 'passed' | 'failed' | 'households') => data.votes.reduce((all, round) => all + round[of], 0);
  const count = (n: number, href: string | undefined) => (
    <Opens bare href={n > 0 ? href : undefined}>
      {formatCount(n)}
    </Opens>
  );
  const some = data.votes.some(({ open, counting, passed, failed }) => open + counting + passed + failed > 0);
  const finding = some
    ? t('votes.finding', { passed: formatCount(sum('passed')), failed: formatCount(sum('failed')) })
    : t('votes.none');
  return (
    <Card
      title={<Noted of="votes">{finding}</Noted>}
      description={t('votes.description', { households: formatCount(sum('households')) })}
    >
      <DataTable
        caption={t('votes.title')}
        rows={data.votes}
        rowKey={({ round }) => String(round)}
        empty={null}
        columns={[
          {
            ...{ key: 'round', header: t('votes.round'), primary: true },
            cell: ({ round }: Round) => labelIn(ROUND_LABELS[round as 1 | 2], locale),
          },
          {
            ...{ key: 'open', header: t('votes.open'), align: 'right' },
            cell: ({ round, open }) => count(open, links.rounds(round, 'open')),
          },
          {
            ...{ key: 'counting', header: t('votes.counting'), align: 'right' },
            cell: ({ round, counting }) => count(counting, links.rounds(round, 'closed')),
          },
          {
            ...{ key: 'certified', header: t('votes.certified'), align: 'right' },
            cell: ({ round, passed, failed }) => count(passed + failed, links.rounds(round, 'certified')),
          },
          {
            key: 'passed',
            header: t('votes.passed'),
            align: 'right',
            cell: ({ round, passed }) => count(passed, links.rounds(round, 'certified', 'passed')),
          },
          {
            key: 'failed',
            header: t('votes.failed'),
            align: 'right',
            cell: ({ round, failed }) => count(failed, links.rounds(round, 'certified', 'failed')),
          },
        ]}
      />
    </Card>
  );
}
