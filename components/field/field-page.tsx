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
import { SiteView } from './site/site-view';
import { LIST_HREF, siteHref, useHash } from './use-hash';
import { useTakeFromAddress } from './use-take-from-address';

/** 现场登记 as a whole: the same page for everybody; what it shows comes from the device. */
export function FieldPage() {
  const t = useTranslations('field');
  const field = useField();
  const hash = useHash();
  const { phase } = field;
  useTakeFromAddress(field, hash);

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

  const { facts } = phase;
  if (hash.has('r')) {
    const round = facts.rounds.find(({ id }) => id === hash.get('r'));
    return (
      <FieldFrame facts={facts} inside={{ title: round?.package?.compound.name ?? '', back: LIST_HREF }}>
        <RoundView field={field} facts={facts} round={round} homeId={hash.get('h')} />
      </FieldFrame>
    );
  }
  const projectId = hash.get('p');
  if (projectId) {
    const project = facts.projects.find(({ id }) => id === projectId);
    const recordId = hash.get('d');
    return (
      <FieldFrame
        facts={facts}
        inside={{ title: project?.title ?? '', back: recordId ? siteHref(projectId) : LIST_HREF }}
      >
        <SiteView field={field} facts={facts} project={project} recordId={recordId} />
      </FieldFrame>
    );
  }
  return (
    <FieldFrame facts={facts}>
      <FieldHomeView field={field} facts={facts} />
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
