import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { ClearDialog } from '@/components/contributions/clear-dialog';
import { PaperDocument } from '@/components/papers/paper-document';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { can } from '@/lib/domain/accounts/permissions';
import { remindersPaper } from '@/lib/domain/contributions/reminders';
import { compoundQuery } from '@/lib/domain/contributions/schema';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import { issuerOf } from '@/lib/domain/notices/draft-text';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { remindersOf } from '@/lib/server/contributions/list';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contributions'))('reminders.title') };
}

/** 催缴清单 on A4: who has not paid in full. */
export default async function RemindersPage({ params, searchParams }: Props) {
  const actor = await pageActor('project.read', 'contribution.read');
  const project = await readProject(actor, (await params).id);
  const asked = compoundQuery.safeParse(await searchParams);
  if (!project || !asked.success) notFound();
  const { id } = project.project;
  const found = await withReader(actor, (reader) => remindersOf(reader, actor, id, asked.data.compound));
  if (!found) notFound();
  const t = await getTranslations('contributions');
  const base = `/projects/${id}/contributions`;
  const of = `?compound=${found.compound.id}`;
  const left = formatMoney(sumMoney(found.items.map((row) => parseHundredths(row.left) ?? 0n)));
  // also where 财政 prints it: the bureau is who asks
  const issuer = issuerOf(actor.level === 'county' ? 'county_bureau' : actor.role, actor.unit.name);
  return (
    <ClientMessages namespaces={['contributions']}>
      <div className="paper-page">
        <div className="no-print mb-4 flex flex-wrap gap-2">
          <LinkButton href={`${base}${of}`}>{t('household.back')}</LinkButton>
          {found.items.length > 0 && (
            <>
              <LinkButton href={`/api/v1${base}/reminders.xlsx${of}`} download>
                {t('reminders.xlsx')}
              </LinkButton>
              {can(actor.role, 'export.unmasked') && <ClearDialog projectId={id} compoundId={found.compound.id} />}
              <PrintButton label={t('reminders.print')} />
            </>
          )}
        </div>
        {found.items.length === 0 ? (
          <EmptyState title={t('reminders.none')} description={t('reminders.noneText')} />
        ) : (
          <div className="rounded-lg border border-line bg-surface p-4 sm:p-10 print:border-0 print:p-0">
            <PaperDocument paper={remindersPaper({ ...found, left, issuer })} heading="h2" />
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
