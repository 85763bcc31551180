import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import type { UserView } from '@/lib/domain/accounts/list-query';
import { labelIn } from '@/lib/domain/kernel/label';

export function UserState({ user }: { user: UserView }) {
  const t = useTranslations('accounts.users.states');
  if (user.disabledAt) return <Badge tone="red">{t('disabled')}</Badge>;
  if (!user.lastSignInAt) return <Badge tone="amber">{t('unused')}</Badge>;
  return user.mustChangePassword ? <Badge tone="amber">{t('mustChange')}</Badge> : <Badge>{t('active')}</Badge>;
}

export function UserTable({ users }: { users: readonly UserView[] }) {
  const t = useTranslations('accounts.users');
  const locale = useLocale();
  const format = useFormatter();
  const columns: Column<UserView>[] = [
    {
      key: 'name',
      header: t('columns.name'),
      primary: true,
      cell: (user) => <TextLink href={`/users/${user.id}`}>{user.displayName}</TextLink>,
    },
    {
      key: 'username',
      header: t('columns.username'),
      cell: (user) => <span className="font-mono">{user.username}</span>,
    },
    { key: 'role', header: t('columns.role'), cell: (user) => labelIn(ROLE_LABELS[user.role], locale) },
    {
      key: 'unit',
      header: t('columns.unit'),
      cell: ({ unit, county }) => (county && county.id !== unit.id ? `${county.name} · ${unit.name}` : unit.name),
    },
    { key: 'state', header: t('columns.state'), cell: (user) => <UserState user={user} /> },
    {
      key: 'lastSignIn',
      header: t('columns.lastSignIn'),
      hideOnPhone: true,
      className: 'xl:whitespace-nowrap break-keep',
      cell: ({ lastSignInAt }) => (lastSignInAt ? format.dateTime(new Date(lastSignInAt), 'moment') : t('never')),
    },
  ];
  const empty = <EmptyState title={t('empty')} description={t('emptyHint')} />;
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={users}
      rowKey={({ id }) => id}
      empty={empty}
      phone="packed"
    />
  );
}
