import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { NewUnitForm } from '@/components/units/new-unit-form';
import { today } from '@/lib/domain/kernel/calendar-date';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { databaseNow } from '@/lib/server/db/clock';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { unitOptions } from '@/lib/server/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('add') };
}

type Props = { searchParams: Promise<{ under?: string }> };

export default async function NewUnitPage({ searchParams }: Props) {
  const actor = await pageActor('unit.write');
  const [{ under }, units, now, t, locale] = await Promise.all([
    searchParams,
    withActor(actor, (tx) => unitOptions(tx, actor)),
    databaseNow(),
    getTranslations('units'),
    getLocale(),
  ]);
  const parents = units.filter(({ kind }) => kind !== 'community');
  return (
    <>
      <PageHeader title={t('add')} crumbs={[{ href: '/units', label: t('title') }, { label: t('add') }]} />
      <ClientMessages namespaces={['units']}>
        <Card>
          <NewUnitForm key={locale} parents={parents} under={under} day={today(now)} />
        </Card>
      </ClientMessages>
    </>
  );
}
