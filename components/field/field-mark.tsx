'use client';

import * as cloudUpload from 'lucide-react/icons/cloud-upload';
import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import { drawing, Glyph } from '@/components/ui/glyph';
import { readMark, watchMark } from '@/lib/client/outbox/mark';

const UPLOAD = drawing(cloudUpload);
const waitingOf = (accountId: string): number => {
  const mark = readMark();
  return mark?.accountId === accountId ? mark.waiting : 0;
};

/** In the frame of every page: what was recorded on this device and is not on the server yet. */
export function FieldMark({ accountId }: { accountId: string }) {
  const t = useTranslations('frame.field');
  const waiting = useSyncExternalStore(
    watchMark,
    () => waitingOf(accountId),
    () => 0,
  );
  useEffect(() => {
    if (readMark()) void import('@/lib/client/outbox/in-frame').then(({ tendOutbox }) => tendOutbox(accountId));
  }, [accountId]);
  if (waiting === 0) return null;
  return (
    <a
      href="/field"
      title={t('waiting', { count: waiting })}
      className="inline-flex min-h-8 shrink-0 items-center gap-1 rounded-md border border-amber-line bg-amber-soft px-2 text-sm font-medium text-amber-ink pointer-coarse:min-h-11"
    >
      <Glyph of={UPLOAD} className="size-4" />
      <span className="max-md:sr-only">{t('waiting', { count: waiting })}</span>
      <span aria-hidden="true" className="md:hidden">
        {waiting}
      </span>
    </a>
  );
}
