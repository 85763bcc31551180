import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { EmptyState } from '@/components/ui/empty-state';
import { BallotSheet } from '@/components/votes/ballot-sheet';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { roundView } from '@/lib/server/votes/queries';
import { RoundFrame } from '../round-frame';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('voteSheet'))('title') };
}

/** Many ballots at once, from a sheet. */
export default async function SheetPage({ params }: Props) {
  const actor = await pageActor('vote.write');
  const { id } = await params;
  const round = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => roundView(reader, actor, id))
    : null;
  if (!round) notFound();
  const t = await getTranslations('voteSheet');
  return (
    <RoundFrame actor={actor} round={round} tab="sheet">
      {round.status === 'open' ? (
        <ClientMessages namespaces={['voteSheet']}>
          <p className="mb-4 max-w-3xl text-sm text-ink-3">{t('description')}</p>
          <BallotSheet roundId={round.id} />
        </ClientMessages>
      ) : (
        <EmptyState title={t('notOpen')} description={t('notOpenText')} />
      )}
    </RoundFrame>
  );
}
