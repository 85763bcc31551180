import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { EditUserForm } from '@/components/accounts/edit-user-form';
import { TokenTable } from '@/components/accounts/token-table';
import { UserAccess } from '@/components/accounts/user-access';
import { UserState } from '@/components/accounts/user-table';
import { AuditTimeline } from '@/components/audit/audit-timeline';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { can } from '@/lib/domain/accounts/permissions';
import { ROLES } from '@/lib/domain/accounts/roles';
import { tokenListQuery } from '@/lib/domain/accounts/tokens';
import { idField } from '@/lib/domain/kernel/input';
import { labelIn } from '@/lib/domain/kernel/label';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { oneUser } from '@/lib/server/accounts/queries';
import { tokensOf } from '@/lib/server/accounts/token-queries';
import { historyOf } from '@/lib/server/audit/queries';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { unitOptions } from '@/lib/server/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.users'))('facts') };
}

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('user.read');
  const { id } = await params;
  if (!idField.safeParse(id).success) notFound();
  const found = await withActor(actor, async (tx) => ({
    user: await oneUser(tx, actor, id),
    units: await unitOptions(tx, actor),
    history: await historyOf(tx, 'account', id),
    tokens: await tokensOf(tx, id, tokenListQuery.parse({ limit: 200 })),
  }));
  const { user, units, history, tokens } = found;
  if (!user) notFound();
  const [t, locale, format] = await Promise.all([getTranslations('accounts.users'), getLocale(), getFormatter()]);
  const moment = (at: string | null) => (at ? format.dateTime(new Date(at), 'moment') : t('never'));
  const mayChange = can(actor.role, 'user.write') && user.id !== actor.accountId;
  const roles = ROLES.filter((role) => actor.level === 'prefecture' || !role.startsWith('prefecture'));
  return (
    <ClientMessages namespaces={['accounts']}>
      <PageHeader
        title={user.displayName}
        crumbs={[{ href: '/users', label: t('title') }]}
        marks={<UserState user={user} />}
      />
      <div className="space-y-5">
        {user.id === actor.accountId && <Banner title={t('self')} />}
        {user.disabledAt && (
          <Banner
            tone="red"
            title={t('disabledSince', { date: moment(user.disabledAt), reason: user.disabledReason ?? '' })}
          />
        )}
        <Card title={t('facts')}>
          <DefinitionList
            items={[
              { term: t('username'), value: <span className="font-mono">{user.username}</span> },
              { term: t('role'), value: labelIn(ROLE_LABELS[user.role], locale) },
              { term: t('unit'), value: user.unit.name },
              { term: t('lastSignIn'), value: moment(user.lastSignInAt) },
              { term: t('createdAt'), value: moment(user.createdAt) },
            ]}
          />
        </Card>
        {mayChange && (
          <>
            <Card title={t('access')}>
              <UserAccess user={user} />
            </Card>
            <Card title={t('edit')}>
              <EditUserForm key={user.version} user={user} roles={roles} units={units} />
            </Card>
          </>
        )}
        <Card title={t('tokens')} description={t('tokensHint')}>
          <TokenTable
            tokens={tokens.items}
            mayRevoke={can(actor.role, 'user.write')}
            mayAudit={can(actor.role, 'audit.read')}
            empty={t('noTokens')}
          />
        </Card>
        <Card title={t('history')}>
          <AuditTimeline lines={history} />
        </Card>
      </div>
    </ClientMessages>
  );
}
