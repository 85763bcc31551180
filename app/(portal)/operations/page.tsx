import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OperationsView } from '@/components/operations/operations-view';
import { PageHeader } from '@/components/ui/page-header';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { operations } from '@/lib/server/operations/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') };
}

/** 运行状况, for the administrators of the prefecture bureau. */
export default async function OperationsPage() {
  const actor = await pageActor('operations.read');
  const [first, t] = await Promise.all([withActor(actor, operations), getTranslations('operations')]);
  return (
    <ClientMessages namespaces={['operations']}>
      <PageHeader title={t('title')} description={t('description')} />
      <OperationsView first={first} />
    </ClientMessages>
  );
}
