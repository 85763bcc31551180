import { Download, ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { QrCode } from '@/components/ui/qr-code';
import type { NoticeView } from '@/lib/domain/notices/answers';

/** Where everybody reads it: the residents' address with its code, or the file for the county's own site. */
export function PublicPageCard({ notice, address }: { notice: NoticeView; address: string | null }) {
  const t = useTranslations('notices.publicPage');
  const isShown = notice.status === 'published' || notice.status === 'completed';
  if (!isShown) return null;
  return (
    <Card title={t('title')} description={t('text')} className="no-print">
      {address ? (
        <div className="flex flex-wrap items-center gap-4">
          <QrCode text={address} label={t('qr')} className="size-32 shrink-0 rounded-md border border-line" />
          <p className="min-w-0 flex-1 basis-40 text-sm break-all text-ink-2">{address}</p>
        </div>
      ) : (
        <Banner title={t('noAddress')} />
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton
          href={`/gongshi/${notice.id}`}
          target="_blank"
          prefetch={false}
          icon={<ExternalLink aria-hidden="true" />}
        >
          {t('open')}
        </LinkButton>
        <LinkButton href={`/api/v1/notices/${notice.id}/page.html`} download icon={<Download aria-hidden="true" />}>
          {t('download')}
        </LinkButton>
        <LinkButton href={`/api/v1/notices/${notice.id}/docx`} download icon={<Download aria-hidden="true" />}>
          {t('docx')}
        </LinkButton>
        <PrintButton label={t('print')} />
      </div>
    </Card>
  );
}
