import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { readProject } from '@/app/(portal)/projects/read';
import { PayDialog } from '@/components/contributions/pay-dialog';
import { PaymentsTable } from '@/components/contributions/payments-table';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Stat, StatGrid } from '@/components/ui/stat';
import { can } from '@/lib/domain/accounts/permissions';
import { homeName } from '@/lib/domain/contributions/reminders';
import { today } from '@/lib/domain/kernel/calendar-date';
import { yuanText } from '@/lib/format/money-text';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { accountOf } from '@/lib/server/contributions/list';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contributions'))('payments.title') };
}

/** One household: what it owes, and each payment with its receipt. */
export default async function HouseholdPage({ params }: { params: Promise<{ id: string; householdId: string }> }) {
  const actor = await pageActor('project.read', 'contribution.read');
  const { id, householdId } = await params;
  const found = await readProject(actor, id);
  if (!found || !z.uuid().safeParse(householdId).success) notFound();
  const account = await withReader(actor, (reader) => accountOf(reader, actor, id, householdId));
  if (!account) notFound();
  const [t, locale, now] = await Promise.all([getTranslations('contributions'), getLocale(), databaseNow()]);
  const { due, payments } = account;
  const mayWrite = can(actor.role, 'contribution.write');
  const home = homeName(due);
  return (
    <ClientMessages namespaces={['contributions', 'projects']}>
      <div className="space-y-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold text-lg">
            {home} {due.owners.map(({ name }) => name).join('、')}
          </h2>
          <div className="flex flex-wrap gap-2">
            <LinkButton href={`/projects/${id}/contributions`}>{t('household.back')}</LinkButton>
            {mayWrite && due.state !== 'paid' && found.project.status !== 'withdrawn' && (
              <PayDialog
                key={due.left}
                projectId={id}
                householdId={householdId}
                home={home}
                left={due.left}
                today={today(now)}
                trigger={<Button variant="primary">{t('list.pay')}</Button>}
              />
            )}
          </div>
        </div>
        <StatGrid>
          <Stat label={t('household.due')} value={yuanText(due.due, locale)} />
          <Stat label={t('household.paid')} value={yuanText(due.paid, locale)} />
          <Stat label={t('household.left')} value={yuanText(due.left, locale)} />
        </StatGrid>
        <PaymentsTable projectId={id} payments={payments} today={today(now)} mayReverse={mayWrite} />
      </div>
    </ClientMessages>
  );
}
