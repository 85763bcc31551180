'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

type Props = { from: number; to: number; total: number; previous?: () => void; next?: () => void };

/** Turns the pages of a list that lives within a page. */
export function PageTurner({ from, to, total, previous, next }: Props) {
  const t = useTranslations('imports.list');
  if (total === 0) return null;
  return (
    <nav aria-label={t('page')} className="flex flex-wrap items-center justify-between gap-2 py-3 text-sm text-ink-3">
      <p aria-live="polite">{t('range', { from, to, total })}</p>
      {(previous || next) && (
        <div className="flex gap-1.5">
          <Button size="sm" disabled={!previous} onClick={previous} icon={<ChevronLeft aria-hidden="true" />}>
            {t('previous')}
          </Button>
          <Button size="sm" disabled={!next} onClick={next}>
            {t('next')}
            <ChevronRight aria-hidden="true" />
          </Button>
        </div>
      )}
    </nav>
  );
}
