'use client';

import { ChevronDown, ChevronLeft, ChevronRight, Pencil, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { BallotsAnswer } from '@/lib/domain/votes/answers';
import type { GridHome, OtherDwelling } from '@/lib/domain/votes/grid';
import type { BallotInput } from '@/lib/domain/votes/schema';
import type { Door } from '@/lib/domain/votes/types';
import { BallotForm } from './ballot-form';
import { BallotHistory } from './ballot-history';
import { CheckForm } from './check-form';
import type { DeskRound } from './desk-round';
import { HomeStanding } from './home-standing';
import { useBallots } from './use-ballots';
import { VisitForm } from './visit-form';

type Props = {
  round: DeskRound;
  home: GridHome;
  where: string;
  others: readonly OtherDwelling[];
  /** the households before and behind it, for a pile of forms */
  previous?: string;
  next?: string;
  onOpen: (id: string) => void;
  /** ballots that were made here */
  onMade: (ids: readonly string[]) => void;
  onRecorded: (answer: BallotsAnswer, sent: readonly BallotInput[]) => void;
  onClose: () => void;
};

/** One household: how it stands, its ballot, the second look, the door, and everything that ever was. */
export function HomeSheet({ round, home, where, others, previous, next, onOpen, onMade, onRecorded, onClose }: Props) {
  const t = useTranslations('voteGrid');
  const router = useRouter();
  const { rights } = round;
  const { ballots, problem, again } = useBallots(round.id, home.id);
  const annulment = useAct<BallotsAnswer>(() => router.refresh());
  const [correcting, setCorrecting] = useState(false);
  const [annulling, setAnnulling] = useState(false);
  // what another records meanwhile takes nothing from under one's hands: it is told, and shown when one asks
  const [known, setKnown] = useState<readonly (string | null)[]>([home.ballotId]);
  const [visit, setVisit] = useState<{ count: number; door: Door | null }>({ count: 0, door: home.door });
  const standing = ballots?.find(({ id }) => id === known.at(-1));
  const stands = standing !== undefined && standing.choice !== null;
  const mayCheck = rights.check && stands && !standing.check;

  function changed() {
    again();
    router.refresh();
  }

  function knows(ballotId: string | null) {
    setKnown((before) => [...before, ballotId]);
  }

  function made({ ballots: all }: BallotsAnswer, counts: boolean) {
    onMade(all.map(({ id }) => id));
    for (const { id } of counts ? all : []) knows(id);
  }

  function recorded(answer: BallotsAnswer, sent: readonly BallotInput[]) {
    setCorrecting(false);
    made(answer, !sent.some(({ beside }) => beside));
    onRecorded(answer, sent);
    again();
  }

  function showMoved() {
    knows(home.ballotId);
    setCorrecting(false);
    again();
  }

  async function annul(reason: string) {
    const answer = await annulment.act('POST', `/api/v1/ballots/${standing?.id}/annul`, { body: { reason } });
    if (!answer) return false;
    if (answer !== true) made(answer, true);
    toast(t('sheet.annulled', { where }));
    changed();
  }

  return (
    <Sheet open wide onOpenChange={(open) => !open && onClose()} title={where}>
      <div className="space-y-5">
        <HomeStanding roundId={round.id} home={home} others={others} onOpen={onOpen} />
        <div role="status" className="empty:hidden">
          {!known.includes(home.ballotId) && (
            <Banner
              tone="amber"
              title={t('sheet.moved')}
              action={
                <Button size="sm" onClick={showMoved}>
                  {t('sheet.showMoved')}
                </Button>
              }
            >
              {t('sheet.movedText')}
            </Banner>
          )}
        </div>
        {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
        {!ballots && !problem && <Skeleton className="h-32" />}
        {ballots && rights.record && (correcting || !stands) && (
          <section aria-label={t('sheet.ballot')} className="border-t border-line pt-4">
            <BallotForm
              key={standing?.id ?? 'first'}
              round={round}
              home={home}
              where={where}
              corrects={stands ? standing : undefined}
              onRecorded={recorded}
              onCancel={stands ? () => setCorrecting(false) : undefined}
            />
          </section>
        )}
        {rights.record && stands && !correcting && (
          <div className="flex flex-wrap gap-2 border-t border-line pt-4">
            <Button icon={<Pencil aria-hidden="true" />} onClick={() => setCorrecting(true)}>
              {t('form.correct')}
            </Button>
            <Button variant="danger" icon={<Undo2 aria-hidden="true" />} onClick={() => setAnnulling(true)}>
              {t('sheet.annul')}
            </Button>
          </div>
        )}
        {mayCheck && !correcting && (
          <div className="border-t border-line pt-4">
            {standing.recordedBy.id === rights.accountId ? (
              <p className="text-sm text-ink-3">{t('check.byAnother')}</p>
            ) : (
              <CheckForm roundId={round.id} ballotId={standing.id} onDone={changed} />
            )}
          </div>
        )}
        {rights.record && !correcting && (
          <details className="border-t border-line pt-3">
            <summary className="flex min-h-9 cursor-pointer items-center justify-between font-semibold pointer-coarse:min-h-11">
              {t('visit.title')}
              <ChevronDown aria-hidden="true" className="size-4 text-ink-3" />
            </summary>
            <div className="pt-2">
              <VisitForm
                key={visit.count}
                round={round}
                householdId={home.id}
                door={visit.door}
                onDone={(door) => {
                  setVisit(({ count }) => ({ count: count + 1, door }));
                  changed();
                }}
              />
            </div>
          </details>
        )}
        {ballots && (
          <section aria-label={t('history.title')} className="border-t border-line pt-4">
            <h3 className="mb-3 font-semibold">{t('history.title')}</h3>
            <BallotHistory ballots={ballots} standing={home.ballotId} menu={round.menu} evidence={rights.evidence} />
          </section>
        )}
        <nav aria-label={t('sheet.neighbours')} className="flex justify-between gap-2 border-t border-line pt-4">
          <Button
            disabled={!previous}
            icon={<ChevronLeft aria-hidden="true" />}
            onClick={() => previous && onOpen(previous)}
          >
            {t('sheet.previous')}
          </Button>
          <Button disabled={!next} onClick={() => next && onOpen(next)}>
            {t('sheet.next')}
            <ChevronRight aria-hidden="true" />
          </Button>
        </nav>
      </div>
      {annulling && (
        <ConfirmDialog
          open
          danger
          title={t('sheet.annulTitle', { where })}
          description={t('sheet.annulText')}
          confirmLabel={t('sheet.annul')}
          reason={{ hint: t('form.reasonHint') }}
          errors={annulment.problem && sentencesOf(annulment.problem)}
          onConfirm={annul}
          onOpenChange={(open) => !open && setAnnulling(false)}
        />
      )}
    </Sheet>
  );
}
