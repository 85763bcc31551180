'use client';

import { PencilLine } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { isOpen } from '@/lib/domain/field/machine';
import { homesNow } from '@/lib/domain/field/overlay';
import { type TakenRound, takenOf } from '@/lib/domain/field/types';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundPackage } from '@/lib/domain/votes/answers';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import { Gauges } from './gauges';
import { roundHref } from './use-hash';

type Props = { field: Field; facts: FieldFacts; round: TakenRound };

/** A round that is on this device: where it stands, and the way to it. */
export function RoundCard({ field, facts, round }: Props) {
  const t = useTranslations('field.rounds');
  if (round.gone || !round.package)
    return (
      <Banner
        tone="amber"
        title={round.title}
        action={<Button onClick={() => field.remove('rounds', round.id)}>{t('seen')}</Button>}
      >
        {t(round.gone ?? 'closed')}
      </Banner>
    );
  return <Card field={field} facts={facts} round={round} taken={round.package} />;
}

function Card({ field, facts, round, taken }: Props & { taken: RoundPackage }) {
  const t = useTranslations('field.rounds');
  const locale = useLocale();
  const format = useFormatter();
  const homes = homesNow(round, facts.records);
  const held = facts.records.filter((record) => takenOf(record) === round.id && isOpen(record)).length;
  const { compound } = taken;
  return (
    <article className="space-y-3 rounded-lg border border-line bg-surface p-4 shadow-card">
      <div>
        <h3 className="font-semibold">{compound.name}</h3>
        <p className="text-sm text-ink-3">
          {labelIn(ROUND_LABELS[taken.round.round], locale)}
          {taken.round.attempt > 1 && ` · ${t('attempt', { attempt: taken.round.attempt })}`}
          {` · ${t('returned', { done: homes.filter(({ choice }) => choice).length, all: homes.length })}`}
        </p>
      </div>
      <Gauges taken={taken} homes={homes} />
      <div className="flex items-center gap-2">
        <a href={roundHref(round.id)} className={buttonStyle('primary', 'lg', 'grow')}>
          <PencilLine aria-hidden="true" />
          {t('work')}
        </a>
        <ConfirmDialog
          title={t('removeTitle', { name: compound.name })}
          description={held > 0 ? t('removeHeld', { count: held }) : t('removeText')}
          confirmLabel={t('remove')}
          danger
          onConfirm={() => (held > 0 ? false : field.remove('rounds', round.id))}
          trigger={
            <Button
              variant="quiet"
              size="lg"
              disabled={held > 0}
              title={held > 0 ? t('removeHeld', { count: held }) : undefined}
            >
              {t('remove')}
            </Button>
          }
        />
      </div>
      <p className="flex items-center justify-between gap-2 text-xs text-ink-3">
        {t('asOf', { time: format.dateTime(round.askedAt, 'moment') })}
        <Button variant="quiet" size="sm" busy={facts.busy} onClick={() => field.sendNow()}>
          {t('update')}
        </Button>
      </p>
    </article>
  );
}
