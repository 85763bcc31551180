'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundRow } from '@/lib/domain/votes/answers';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import { Offer } from './offer';
import { useTake } from './use-take';

/** Open rounds of the territory that are not here yet. */
export function AvailableRounds({ field, facts }: { field: Field; facts: FieldFacts }) {
  const t = useTranslations('field.rounds');
  const here = new Set(facts.rounds.filter(({ gone }) => !gone).map(({ id }) => id));
  const rest = facts.available.filter(({ id }) => !here.has(id));
  return (
    <section aria-labelledby="available" className="space-y-3">
      <h2 id="available" className="font-semibold">
        {t('available')}
      </h2>
      {rest.length === 0 && (
        <p className="text-sm text-ink-3">{t(facts.contact === 'ok' ? 'availableNone' : 'availableOffline')}</p>
      )}
      {rest.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rest.map((round) => (
            <Available key={round.id} field={field} round={round} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Available({ field, round }: { field: Field; round: RoundRow }) {
  const t = useTranslations('field.rounds');
  const locale = useLocale();
  const take = useTake(field);
  const { compound, tally, attempt } = round;
  return (
    <Offer name={compound.name} onTake={() => take(round.id)}>
      {labelIn(ROUND_LABELS[round.round], locale)}
      {attempt > 1 && ` · ${t('attempt', { attempt })}`}
      {tally && ` · ${t('returned', { done: tally.returned, all: tally.households })}`}
    </Offer>
  );
}
