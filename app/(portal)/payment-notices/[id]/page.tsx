import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PaperDocument } from '@/components/papers/paper-document';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { onlyReads } from '@/lib/domain/accounts/permissions';
import { today } from '@/lib/domain/kernel/calendar-date';
import { againstDue } from '@/lib/domain/sharing/notices';
import { dueField } from '@/lib/domain/sharing/schema';
import { formatReason } from '@/lib/format/reason';
import { loadMessages } from '@/lib/i18n/messages';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { noticePaper } from '@/lib/server/sharing/notice-paper';
import { noticesFor } from '@/lib/server/sharing/notices';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sharing.notices'))('title') };
}

/** The payment notices of a project on A4, one a sheet, and each as a file. */
export default async function PaymentNoticesPage({ params, searchParams }: Props) {
  const actor = await pageActor('project.read');
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const notices = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => noticesFor(reader, actor, id))
    : null;
  if (!notices) notFound();
  const t = await getTranslations('sharing.notices');
  const day = today(await databaseNow());
  const asked = dueField.safeParse(query.dueOn).data ?? null;
  const against = againstDue(asked, day);
  const dueOn = against.length > 0 ? null : asked;
  const { reasons } = await loadMessages(await getLocale());
  const papers = notices.map((facts) => ({ key: facts.notice.key, paper: noticePaper(facts, dueOn) }));
  const docx = (key: string) =>
    `/api/v1/projects/${id}/sharing/notices/docx?${new URLSearchParams({ payer: key, ...(dueOn ? { dueOn } : {}) })}`;
  return (
    <>
      <div className="no-print mb-4 space-y-3">
        <h1 className="text-xl font-semibold tracking-tight sm:text-2xl">{t('title')}</h1>
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/projects/${id}/sharing`}>{t('back')}</LinkButton>
          <PrintButton label={t('print')} />
          {papers.map(({ key, paper }) => (
            <LinkButton key={key} href={docx(key)} download>
              {t('word', { payer: paper.addressee ?? '' })}
            </LinkButton>
          ))}
        </div>
        {!onlyReads(actor.role) && (
          <form className="flex flex-wrap items-start gap-2">
            <Field label={t('due')} error={against.map((one) => formatReason(one, reasons))}>
              <Input name="dueOn" type="date" min={day} defaultValue={asked ?? ''} />
            </Field>
            <Button type="submit" className="mt-6">
              {t('setDue')}
            </Button>
          </form>
        )}
      </div>
      {papers.length === 0 && <EmptyState title={t('none')} description={t('noneText')} />}
      <div className="space-y-4 print:space-y-0">
        {papers.map(({ key, paper }) => (
          <div
            key={key}
            className="break-after-page rounded-lg border border-line bg-surface p-4 sm:p-10 print:border-0 print:p-0"
          >
            <PaperDocument paper={paper} heading="h2" />
          </div>
        ))}
      </div>
    </>
  );
}
