import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { ChangesTable } from '@/components/votes/changes-table';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { roundView } from '@/lib/server/votes/queries';
import { changesSinceFreeze } from '@/lib/server/votes/register-changes';
import { RoundFrame } from '../round-frame';

export async function generateMetadata() {
  return { title: (await getTranslations('votes.changes'))('title') };
}

/** What the register says otherwise since the roll was frozen: it changes nothing here, and whether it would is said. */
export default async function ChangesPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('vote.read', 'register.read');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const { round, changes } = await withReader(actor, async (reader) => ({
    round: await roundView(reader, actor, id),
    changes: await changesSinceFreeze(reader, id),
  }));
  if (!round) notFound();
  const t = await getTranslations('votes.changes');
  const single = changes.items.filter(({ wouldChange }) => wouldChange).length;
  return (
    <RoundFrame actor={actor} round={round} tab="changes">
      <p className="mb-3 max-w-3xl text-sm text-ink-3">{t('description')}</p>
      {changes.items.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <>
          <div className="mb-4">
            <Banner
              tone={changes.wouldChange || single > 0 ? 'amber' : 'neutral'}
              title={t(changes.wouldChange ? 'together' : 'notTogether', { count: changes.items.length })}
            >
              {single > 0 && t('single', { count: single })}
            </Banner>
          </div>
          <ChangesTable changes={changes.items} />
        </>
      )}
    </RoundFrame>
  );
}
