import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ConfirmPlan } from '@/components/annual/confirm-dialog';
import { PlanView } from '@/components/annual/plan-view';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLight } from '@/components/ui/status-light';
import { can } from '@/lib/domain/accounts/permissions';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { planDetail } from '@/lib/server/annual/plan-detail';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

const paramsSchema = z.object({ id: z.uuid() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('annual.plans'))('title') };
}

export default async function AnnualPlanPage({ params }: PageProps<'/annual-plans/[id]'>) {
  const actor = await pageActor('annualPlan.read');
  const where = paramsSchema.safeParse(await params);
  if (!where.success) notFound();
  const plan = await withReader(actor, (reader) => planDetail(reader, actor, where.data.id));
  if (!plan) notFound();
  const [t, common, locale] = await Promise.all([
    getTranslations('annual.plans'),
    getTranslations('annual'),
    getLocale(),
  ]);
  const mayWrite = can(actor.role, 'annualPlan.write');
  const document =
    plan.documentNo && plan.documentOn
      ? t('confirmedOn', { no: plan.documentNo, day: formatDate(calendarDateOf(plan.documentOn), locale) })
      : null;
  return (
    <ClientMessages namespaces={['annual']}>
      <PageHeader
        title={plan.title}
        crumbs={[{ label: t('title'), href: '/annual-plans' }, { label: common('version', { no: plan.no }) }]}
        marks={
          <StatusLight light={plan.status === 'draft' ? 'amber' : 'green'}>{t(`status.${plan.status}`)}</StatusLight>
        }
        description={[common('yearName', { year: String(plan.year) }), document, plan.reason]
          .filter(Boolean)
          .join(' · ')}
        action={mayWrite && plan.status === 'draft' && <ConfirmPlan plan={plan} />}
        more={
          <>
            <LinkButton href={`/api/v1/annual-plans/${plan.id}/docx`} download>
              {t('print')}
            </LinkButton>
            <LinkButton href={`/api/v1/annual-plans/${plan.id}/list.xlsx`} download>
              {t('list')}
            </LinkButton>
          </>
        }
      />
      <PlanView plan={plan} mayWrite={mayWrite} />
    </ClientMessages>
  );
}
