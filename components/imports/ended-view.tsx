'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import type { ImportDetail } from '@/lib/domain/imports/answers';
import { formatDateTime } from '@/lib/format/date';

/** Refused, failed, cancelled or undone: why, and the way on. Nothing was left behind. */
export function EndedView({ detail }: { detail: ImportDetail }) {
  return (
    <div className="space-y-4">
      <Ending detail={detail} />
      <UploadAgain />
    </div>
  );
}

function UploadAgain() {
  const t = useTranslations('imports.page');
  return (
    <LinkButton variant="primary" href="/imports">
      {t('again')}
    </LinkButton>
  );
}

function Ending({ detail }: { detail: ImportDetail }) {
  const t = useTranslations('imports');
  const locale = useLocale();
  const sentences = detail.refusal.map(({ message }) => message);
  switch (detail.status) {
    case 'refused':
      return (
        <Banner tone="red" title={t('refused.title')}>
          <Sentences lines={sentences} />
          {t('refused.nothing')}
          {t('refused.what')}
        </Banner>
      );
    case 'failed':
      return (
        <Banner tone="red" title={t('failed.title')}>
          <Sentences lines={sentences} />
          {sentences.length === 0 && t('failed.text')}
        </Banner>
      );
    case 'undone':
      return (
        <Banner title={t('closed.undone')}>
          {t('closed.undoneText', {
            name: detail.undoneBy?.name ?? '',
            when: formatDateTime(detail.undoneAt ? new Date(detail.undoneAt) : null, locale),
          })}
          {detail.undoReason && <p>{t('closed.reason', { reason: detail.undoReason })}</p>}
        </Banner>
      );
    default:
      return <Banner title={t('closed.cancelled')}>{t('closed.cancelledText')}</Banner>;
  }
}

function Sentences({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <p key={line} className="mb-1">
      {line}
    </p>
  ));
}
