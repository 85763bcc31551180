import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { TakeAlong } from '@/components/field/take-along';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { BuildingsCard } from '@/components/votes/buildings-card';
import { CancelRound } from '@/components/votes/cancel-round';
import { ChoicesCard } from '@/components/votes/choices-card';
import { RoundFacts } from '@/components/votes/facts-card';
import { NextStep } from '@/components/votes/next-step';
import { RoundWatch } from '@/components/votes/round-watch';
import { SuspicionsCard } from '@/components/votes/suspicions-card';
import { VerdictsCard } from '@/components/votes/verdicts-card';
import { can, onlyReads } from '@/lib/domain/accounts/permissions';
import { labelIn } from '@/lib/domain/kernel/label';
import { clause } from '@/lib/domain/rulebook/rulebook';
import { outcomeOf } from '@/lib/domain/votes/count';
import { OUTCOME_LABELS } from '@/lib/domain/votes/labels';
import { formatReason } from '@/lib/format/reason';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { roundWithRules } from '@/lib/server/votes/queries';
import { suspicionsIn } from '@/lib/server/votes/suspicions';
import { RoundFrame } from './round-frame';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('votes'))('title') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const found = await roundWithRules(reader, actor, id);
    return found && { ...found, signs: found.view.tally ? ((await suspicionsIn(reader, [id])).get(id) ?? []) : null };
  });

/** A round at a glance: both gauges, what is missing, and the next step. */
export default async function RoundPage({ params }: Props) {
  const actor = await pageActor('vote.read');
  const { id } = await params;
  const found = z.uuid().safeParse(id).success ? await read(actor, id) : null;
  if (!found) notFound();
  const { view: round, rulebook, signs } = found;
  const [t, locale, messages] = await Promise.all([getTranslations('votes'), getLocale(), getMessages()]);
  const clauses = Object.fromEntries(
    round.verdicts.flatMap((verdict) => {
      const known = clause(rulebook, verdict.clause);
      return known ? [[verdict.clause, { clause: known.clause, sentence: known.text }]] : [];
    }),
  );
  const outcome = labelIn(OUTCOME_LABELS[outcomeOf(round.verdicts)], locale);
  const { step, conditions } = round.next;
  const mayWrite = can(actor.role, 'vote.write');
  const said = conditions.map((one) => ({
    ...one,
    href: onlyReads(actor.role) ? undefined : one.href,
    sentence: one.reason && formatReason(one.reason, messages.reasons),
  }));
  return (
    <RoundFrame
      actor={actor}
      round={round}
      tab="tally"
      more={
        mayWrite && (
          <>
            {step && <CancelRound id={id} version={round.version} />}
            {round.status === 'open' && <TakeAlong of={{ round: id }} />}
          </>
        )
      }
      action={
        mayWrite &&
        round.status === 'open' && (
          <LinkButton href={`/votes/${id}/grid`} variant="primary">
            {t('tabs.grid')}
          </LinkButton>
        )
      }
    >
      {round.status === 'open' && round.head && <RoundWatch roundId={id} seq={round.head.seq} />}
      <div className="space-y-4">
        {round.status === 'certified' && (
          <Banner tone={round.outcome === 'passed' ? 'green' : 'red'} title={t('certifiedBanner', { outcome })} />
        )}
        {round.status === 'closed' && <Banner tone="amber" title={t('closedBanner', { outcome })} />}
        {round.cancelledReason && <Banner title={t('cancelled', { reason: round.cancelledReason })} />}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="min-w-0 space-y-4">
            <VerdictsCard verdicts={round.verdicts} clauses={clauses} provisional={round.status === 'open'} />
            {round.tally && <ChoicesCard tally={round.tally} />}
            {round.buildings.length > 0 && (
              <BuildingsCard roundId={id} buildings={round.buildings} mayOpen={can(actor.role, 'register.read')} />
            )}
          </div>
          <aside className="min-w-0 space-y-4">
            {step && (
              <NextStep
                round={round}
                step={step}
                conditions={said}
                mayTake={can(actor.role, step === 'certify' ? 'vote.certify' : 'vote.write')}
              />
            )}
            {signs && <SuspicionsCard signs={signs} />}
            <RoundFacts round={round} />
          </aside>
        </div>
      </div>
    </RoundFrame>
  );
}
