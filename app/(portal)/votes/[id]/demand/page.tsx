import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { EmptyState } from '@/components/ui/empty-state';
import { DemandView } from '@/components/votes/demand-view';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { demandOf, problemsOf, roundView } from '@/lib/server/votes/queries';
import { RoundFrame } from '../round-frame';

export async function generateMetadata() {
  return { title: (await getTranslations('votes.demand'))('title') };
}

/** What the first vote says people want, item by item of the menu. */
export default async function DemandPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('vote.read');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const { round, items, problems } = await withReader(actor, async (reader) => ({
    round: await roundView(reader, actor, id),
    items: await demandOf(reader, id),
    problems: await problemsOf(reader, actor, id),
  }));
  if (!round) notFound();
  const t = await getTranslations('votes.demand');
  const wanted = items.filter(({ households }) => households > 0);
  return (
    <RoundFrame actor={actor} round={round} tab="demand">
      <p className="mb-3 max-w-3xl text-sm text-ink-3">{t('description')}</p>
      {wanted.length === 0 && problems.length === 0 ? (
        <EmptyState title={round.round === 1 ? t('none') : t('onlyFirst')} />
      ) : (
        <DemandView items={wanted} problems={problems} households={round.tally?.households ?? 0} />
      )}
    </RoundFrame>
  );
}
