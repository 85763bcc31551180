'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { buttonStyle } from '@/components/ui/button-style';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { AvailableRounds } from './available-rounds';
import { RecordsSection } from './records-section';
import { RoundCard } from './round-card';
import { ShellNote } from './shell-note';

type Props = { field: Field; facts: FieldFacts };

/** Which rounds are here, what waits, and what can be taken along. */
export function FieldHomeView({ field, facts }: Props) {
  const t = useTranslations('field');
  const { rounds, records, contact, others } = facts;
  return (
    <div className="space-y-6">
      <div className="space-y-3">
        <p className="text-sm text-ink-2">{t('description')}</p>
        {contact === 'signIn' && (
          <Banner
            tone="amber"
            title={t('status.signIn')}
            action={
              <a href="/login?next=%2Ffield" className={buttonStyle('primary')}>
                {t('nobody.action')}
              </a>
            }
          >
            {t('status.signInText')}
          </Banner>
        )}
        {others.map(({ name, unsent }) => (
          <Banner key={name} tone="amber" title={t('others', { name, count: unsent })} />
        ))}
        <ShellNote state={facts.shell} />
      </div>
      {records.length > 0 && <RecordsSection field={field} facts={facts} />}
      <section aria-labelledby="rounds" className="space-y-3">
        <h2 id="rounds" className="font-semibold">
          {t('rounds.title')}
        </h2>
        {rounds.length === 0 && (
          <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-sm text-ink-3">
            <span className="block font-medium text-ink-2">{t('rounds.none')}</span>
            {t('rounds.noneText')}
          </p>
        )}
        {rounds.map((round) => (
          <RoundCard key={round.id} field={field} facts={facts} round={round} />
        ))}
      </section>
      <AvailableRounds field={field} facts={facts} />
    </div>
  );
}
