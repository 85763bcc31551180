import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { Progress } from '@/components/ui/progress';
import { type Call, CallsTable } from '@/components/votes/calls/calls-table';
import { DrawCard } from '@/components/votes/calls/draw-card';
import { can } from '@/lib/domain/accounts/permissions';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { drawnHomes, drawOf } from '@/lib/server/votes/call-back-list';
import { callBacksOf } from '@/lib/server/votes/call-backs';
import { roundWithRules } from '@/lib/server/votes/queries';
import { RoundFrame } from '../round-frame';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('voteDesk.callBacks'))('title') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const found = await roundWithRules(reader, actor, id);
    if (!found) return null;
    const draw = await drawOf(reader, id);
    const answered = new Map((await callBacksOf(reader, id)).map((row) => [row.householdId, row]));
    const calls = (await drawnHomes(reader, id, actor.accountId)).flatMap((drawn): Call[] => {
      const row = answered.get(drawn.householdId);
      return row ? [{ ...row, drawn }] : [];
    });
    return { ...found, draw, calls };
  });

/** The households that the chain drew, and what they said on the telephone. */
export default async function CallBacksPage({ params }: Props) {
  const actor = await pageActor('vote.read', 'register.read');
  const { id } = await params;
  const found = z.uuid().safeParse(id).success ? await read(actor, id) : null;
  if (!found) notFound();
  const { view: round, rulebook, draw, calls } = found;
  const t = await getTranslations('voteDesk.callBacks');
  const { percent, minimum } = rulebook.callBack;
  return (
    <RoundFrame actor={actor} round={round} tab="call-backs">
      <ClientMessages namespaces={['voteDesk']}>
        <p className="mb-3 max-w-3xl text-sm text-ink-3">{t('description')}</p>
        {!draw ? (
          <EmptyState title={t('notYet')} />
        ) : (
          <div className="space-y-4">
            <div className="max-w-xl">
              <Progress
                label={t('progress')}
                done={draw.done}
                total={draw.drawn}
                text={`${t('progress')} ${t('progressText', { done: draw.done, drawn: draw.drawn })}`}
              />
            </div>
            {calls.some(({ outcome }) => outcome === 'denied') && round.status === 'closed' && (
              <Banner tone="red" title={t('denied')} />
            )}
            {calls.length === 0 ? (
              <EmptyState title={t('empty')} description={t('emptyText')} />
            ) : (
              <CallsTable
                roundId={id}
                calls={calls}
                mayCall={round.status === 'closed' && can(actor.role, 'vote.check')}
                mayReveal={can(actor.role, 'personal.reveal')}
              />
            )}
            <DrawCard draw={draw} percent={percent} minimum={minimum} />
          </div>
        )}
      </ClientMessages>
    </RoundFrame>
  );
}
