import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PlanWorkbook } from '@/components/plans/plan-workbook';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { planFacts } from '@/lib/server/plans/read';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.workbook'))('title') };
}

/** The plan filled in by a spreadsheet. */
export default async function WorkbookPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('plan.write');
  const { id } = await params;
  const plan = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => planFacts(reader, actor, id))
    : null;
  if (!plan) notFound();
  const t = await getTranslations('plans');
  return (
    <ClientMessages namespaces={['plans']}>
      <PageHeader
        title={t('workbook.title')}
        crumbs={[
          { label: t('title'), href: '/plans' },
          { label: plan.compound.name, href: `/plans/${id}` },
          { label: t('workbook.title') },
        ]}
        description={t('workbook.description')}
      />
      {plan.status === 'draft' && plan.compound.active ? (
        <PlanWorkbook planId={id} />
      ) : (
        <EmptyState title={t('workbook.notDraft')} />
      )}
    </ClientMessages>
  );
}
