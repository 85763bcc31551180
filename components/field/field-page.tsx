'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Spinner } from '@/components/ui/spinner';
import { useField } from '@/lib/client/outbox/use-field';
import { FieldFrame } from './field-frame';
import { FieldHomeView } from './field-home-view';
import { RoundView } from './round-view';
import { useHash } from './use-hash';
import { useTakeFromAddress } from './use-take-from-address';

/** 上门登记 as a whole: the same page for everybody; what it shows comes from the device. */
export function FieldPage() {
  const t = useTranslations('field');
  const field = useField();
  const hash = useHash();
  const { phase } = field;
  useTakeFromAddress(field, hash.get('take'));

  if (phase.is === 'opening')
    return (
      <FieldFrame>
        <p className="flex items-center justify-center gap-2 py-16 text-ink-3">
          <Spinner />
          {t('opening')}
        </p>
      </FieldFrame>
    );
  if (phase.is === 'broken')
    return (
      <FieldFrame>
        <EmptyState
          title={t('broken.title')}
          description={t('broken.text')}
          action={<Button onClick={() => location.reload()}>{t('broken.again')}</Button>}
        />
      </FieldFrame>
    );
  if (phase.is === 'nobody') return <Nobody why={phase.why} />;

  const round = phase.facts.rounds.find(({ id }) => id === hash.get('r'));
  return (
    <FieldFrame facts={phase.facts} inRound={hash.has('r') ? (round?.package?.compound.name ?? '') : undefined}>
      {hash.has('r') ? (
        <RoundView field={field} facts={phase.facts} round={round} homeId={hash.get('h')} />
      ) : (
        <FieldHomeView field={field} facts={phase.facts} />
      )}
    </FieldFrame>
  );
}

function Nobody({ why }: { why: 'signIn' | 'offline' }) {
  const t = useTranslations('field.nobody');
  return (
    <FieldFrame>
      <EmptyState
        title={t(why === 'signIn' ? 'title' : 'offlineTitle')}
        description={t(why === 'signIn' ? 'text' : 'offlineText')}
        action={
          why === 'signIn' && (
            <a href="/login?next=%2Ffield" className={buttonStyle('primary', 'lg')}>
              {t('action')}
            </a>
          )
        }
      />
    </FieldFrame>
  );
}
