import { useMessages, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import type { Reason } from '@/lib/domain/kernel/result';
import { formatReason } from '@/lib/format/reason';

/** A year that was not opened, or a month's end of which nothing was kept. */
export function RefusedView({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations('overview');
  const { reasons: sentences } = useMessages();
  return (
    <>
      <PageHeader title={t('title')} />
      <Banner
        tone="amber"
        title={t('refusedTitle')}
        list={reasons.map((one) => formatReason(one, sentences))}
        action={<LinkButton href="/overview">{t('toNow')}</LinkButton>}
      />
    </>
  );
}
