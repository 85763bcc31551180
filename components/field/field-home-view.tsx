'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { buttonStyle } from '@/components/ui/button-style';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { AvailableRounds } from './available-rounds';
import { RecordsSection } from './records-section';
import { RoundCard } from './round-card';
import { ShellNote } from './shell-note';
import { AvailableSites } from './site/available-sites';
import { SiteCard } from './site/site-card';

type Props = { field: Field; facts: FieldFacts };

/** Which rounds are here, what waits, and what can be taken along. */
export function FieldHomeView({ field, facts }: Props) {
  const t = useTranslations('field');
  const { rounds, projects, records, contact, others, account } = facts;
  const { does } = account;
  const showsDoors = does?.doors !== false || rounds.length > 0;
  const showsSites = does?.sites !== false || projects.length > 0;
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
      {showsDoors && (
        <>
          <Along id="rounds" title={t('rounds.title')} none={t('rounds.none')} noneText={t('rounds.noneText')}>
            {rounds.map((round) => (
              <RoundCard key={round.id} field={field} facts={facts} round={round} />
            ))}
          </Along>
          <AvailableRounds field={field} facts={facts} />
        </>
      )}
      {showsSites && (
        <>
          <Along id="sites" title={t('site.title')} none={t('site.none')} noneText={t('site.noneText')}>
            {projects.map((project) => (
              <SiteCard key={project.id} field={field} facts={facts} project={project} />
            ))}
          </Along>
          <AvailableSites field={field} facts={facts} />
        </>
      )}
    </div>
  );
}

type AlongProps = { id: string; title: string; none: string; noneText: string; children: ReactNode[] };

/** What is on this device of one kind, or how it gets there. */
function Along({ id, title, none, noneText, children }: AlongProps) {
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {children.length === 0 && (
        <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-sm text-ink-3">
          <span className="block font-medium text-ink-2">{none}</span>
          {noneText}
        </p>
      )}
      {children}
    </section>
  );
}
