'use client';

import { ArrowLeft, ArrowUpToLine, CloudOff, Wifi } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '@/components/frame/logo';
import { SkipLink } from '@/components/frame/skip-link';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import type { FieldFacts } from '@/lib/client/outbox/use-field';
import { isOpen } from '@/lib/domain/field/machine';

type Props = {
  facts?: FieldFacts;
  /** Title of the round or the project that is worked on, and the way back. */
  inside?: { title: string; back: string };
  children: ReactNode;
};

/** A bar with the way back and whether there is a network; nothing else, for one hand at a door. */
export function FieldFrame({ facts, inside, children }: Props) {
  const t = useTranslations('field');
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-30 border-b border-line bg-surface/95 backdrop-blur-sm">
        <div className="mx-auto flex h-14 max-w-5xl items-center gap-2 px-3">
          {inside === undefined ? (
            <a href="/" className="flex size-11 items-center justify-center rounded-md" title={t('backToSystem')}>
              <Logo />
              <span className="sr-only">{t('backToSystem')}</span>
            </a>
          ) : (
            <a
              href={inside.back}
              className="flex size-11 items-center justify-center rounded-md text-ink-2"
              title={t('back')}
            >
              <ArrowLeft aria-hidden="true" className="size-5" />
              <span className="sr-only">{t('back')}</span>
            </a>
          )}
          <h1 className="min-w-0 grow truncate font-semibold">{inside?.title || t('title')}</h1>
          {facts && <Line facts={facts} />}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-5xl grow px-3 py-4 pb-24 focus:outline-none">
        {children}
      </main>
    </div>
  );
}

const PILL =
  'inline-flex min-h-7 shrink-0 items-center gap-1 rounded-full border px-2.5 text-xs font-medium [&_svg]:size-3.5';

/** In one word: is there a network, and does something wait. */
function Line({ facts }: { facts: FieldFacts }) {
  const t = useTranslations('field.status');
  const waiting = facts.records.filter((record) => isOpen(record) && record.state.is !== 'draft').length;
  const isAway = facts.contact === 'offline' || facts.contact === 'signIn';
  const text = facts.contact ? t(facts.contact === 'signIn' ? 'signIn' : isAway ? 'offline' : 'ok') : t('sending');
  return (
    <span role="status" className="flex shrink-0 items-center gap-1.5 whitespace-nowrap">
      {waiting > 0 && (
        <span className={cn(PILL, 'border-amber-line bg-amber-soft text-amber-ink')}>
          <ArrowUpToLine aria-hidden="true" />
          {t('waiting', { count: waiting })}
        </span>
      )}
      <span
        title={text}
        className={cn(PILL, isAway ? 'border-line-strong bg-sunken text-ink-2' : 'border-line bg-surface text-ink-3')}
      >
        {facts.busy ? <Spinner /> : isAway ? <CloudOff aria-hidden="true" /> : <Wifi aria-hidden="true" />}
        <span className="sr-only">{text}</span>
      </span>
    </span>
  );
}
