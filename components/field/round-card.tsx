'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { homesNow } from '@/lib/domain/field/overlay';
import type { TakenRound } from '@/lib/domain/field/types';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundPackage } from '@/lib/domain/votes/answers';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import { Gauges } from './gauges';
import { GoneCard, TakenCard } from './taken-card';
import { roundHref } from './use-hash';

type Props = { field: Field; facts: FieldFacts; round: TakenRound };

/** A round that is on this device: where it stands, and the way to it. */
export function RoundCard({ field, facts, round }: Props) {
  const t = useTranslations('field.rounds');
  if (round.gone || !round.package)
    return (
      <GoneCard field={field} along="rounds" id={round.id} title={round.title}>
        {t(round.gone ?? 'closed')}
      </GoneCard>
    );
  return <Card field={field} facts={facts} round={round} taken={round.package} />;
}

function Card({ field, facts, round, taken }: Props & { taken: RoundPackage }) {
  const t = useTranslations('field.rounds');
  const locale = useLocale();
  const format = useFormatter();
  const homes = homesNow(round, facts.records);
  const { attempt } = taken.round;
  const about = [
    labelIn(ROUND_LABELS[taken.round.round], locale),
    ...(attempt > 1 ? [t('attempt', { attempt })] : []),
    t('returned', { done: homes.filter(({ choice }) => choice).length, all: homes.length }),
  ];
  return (
    <TakenCard
      {...{ field, facts, along: 'rounds', id: round.id, name: taken.compound.name, href: roundHref(round.id) }}
      about={about.join(' · ')}
      words={{
        ...{ work: t('work'), removeText: t('removeText') },
        asOf: t('asOf', { time: format.dateTime(round.askedAt, 'moment') }),
      }}
    >
      <Gauges taken={taken} homes={homes} />
    </TakenCard>
  );
}
