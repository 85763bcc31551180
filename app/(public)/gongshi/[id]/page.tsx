import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { z } from 'zod';
import { ObjectionForm } from '@/components/gongshi/objection-form';
import { PeriodDays } from '@/components/gongshi/period-days';
import { isRunning, PeriodWord } from '@/components/gongshi/period-word';
import { NoticeDocument } from '@/components/notices/notice-document';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/format/date';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { noticeForResidents } from '@/lib/server/notices/residents';

const read = cache(async (id: string) => (z.uuid().safeParse(id).success ? noticeForResidents(id) : null));

export async function generateMetadata({ params }: PageProps<'/gongshi/[id]'>): Promise<Metadata> {
  const notice = await read((await params).id);
  return { title: notice?.title };
}

/** One notice as everybody reads it, prints it, and objects to it while its period runs. */
export default async function PublicNoticePage({ params }: PageProps<'/gongshi/[id]'>) {
  const notice = await read((await params).id);
  if (!notice) notFound();
  const [t, locale] = await Promise.all([getTranslations('gongshi'), getLocale()]);
  const { facts } = notice;
  if (!facts) {
    return (
      <>
        <PageHeader title={notice.title} marks={<PeriodWord {...notice} />} />
        <Banner tone="amber" title={t('withdrawnOn', { day: formatDate(notice.withdrawnOn, locale) })} />
        <p className="mt-4">
          <TextLink href="/gongshi">{t('all')}</TextLink>
        </p>
      </>
    );
  }
  return (
    <ClientMessages namespaces={['gongshi']}>
      <div className="no-print mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
          <TextLink href="/gongshi">{t('all')}</TextLink>
          <PeriodWord {...notice} />
          <span>
            <PeriodDays startsOn={notice.startsOn} endsOn={notice.endsOn} />
          </span>
        </div>
        <PrintButton label={t('print')} />
      </div>
      <Card className="print:border-0 print:shadow-none">
        <NoticeDocument notice={{ ...notice, facts }} heading="h1" />
      </Card>
      <div className="no-print mt-4">
        {isRunning(notice) ? (
          <Card title={t('objection.title')} description={t('objection.text')} id="objection">
            <ObjectionForm path={`/api/gongshi/${notice.id}/objections`} />
          </Card>
        ) : (
          <p className="text-sm text-ink-2">{t('objection.closed')}</p>
        )}
        <p className="mt-3 text-sm">
          <TextLink href={`/tousu?notice=${notice.id}`}>{t('objection.other')}</TextLink>
        </p>
      </div>
    </ClientMessages>
  );
}
