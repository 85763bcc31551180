import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EntryForm } from '@/components/complaints/entry-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { today } from '@/lib/domain/kernel/calendar-date';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('complaints.form'))('title') };
}

/** Somebody calls, comes, or writes a letter. */
export default async function EnterComplaintPage() {
  const actor = await pageActor('complaint.enter');
  const [{ rulebook }, now, t] = await Promise.all([
    withReader(actor, (reader) => rulebookInForce(reader)),
    databaseNow(),
    getTranslations('complaints'),
  ]);
  return (
    <ClientMessages namespaces={['complaints']}>
      <PageHeader
        title={t('form.title')}
        description={t('form.description')}
        crumbs={[{ label: t('back'), href: '/complaints' }]}
      />
      <Card>
        <EntryForm subjects={siteRulesOf(rulebook).complaints.subjects} today={today(now)} />
      </Card>
    </ClientMessages>
  );
}
