import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewUserForm } from '@/components/accounts/new-user-form';
import { PageHeader } from '@/components/ui/page-header';
import { ROLES } from '@/lib/domain/accounts/roles';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { unitOptions } from '@/lib/server/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.users'))('add') };
}

export default async function NewUserPage() {
  const actor = await pageActor('user.write');
  const [units, t] = await Promise.all([
    withActor(actor, (tx) => unitOptions(tx, actor)),
    getTranslations('accounts.users'),
  ]);
  const roles = ROLES.filter((role) => actor.level === 'prefecture' || !role.startsWith('prefecture'));
  return (
    <>
      <PageHeader title={t('add')} crumbs={[{ href: '/users', label: t('title') }, { label: t('add') }]} />
      <ClientMessages namespaces={['accounts']}>
        <NewUserForm roles={roles} units={units} />
      </ClientMessages>
    </>
  );
}
