import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MarkAllRead } from '@/components/notifications/mark-read';
import { NotificationLines } from '@/components/notifications/notification-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { hrefWith } from '@/components/ui/url';
import { NOTIFICATION_FILTERS, notificationQuery } from '@/lib/domain/notifications/answers';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { notificationsOf } from '@/lib/server/notifications/queries';

const PATH = '/notifications';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('title') };
}

/** 消息: one's own, newest first. An address that somebody changed shows the usual list. */
export default async function NotificationsPage({ searchParams }: PageProps<'/notifications'>) {
  const actor = await pageActor();
  const parsed = notificationQuery.safeParse(await searchParams);
  const query = parsed.success ? parsed.data : notificationQuery.parse({});
  const [{ items, unread, next }, t] = await Promise.all([
    withReader(actor, (reader) => notificationsOf(reader, actor, query), { atOnce: true }),
    getTranslations('notifications'),
  ]);
  const [newest] = items;
  const { filter, before } = query;
  return (
    <ClientMessages namespaces={['notifications']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={unread > 0 && newest && !before ? <MarkAllRead upTo={newest.id} /> : undefined}
      />
      <div className="space-y-4">
        <LinkTabs
          label={t('filter')}
          active={filter}
          tabs={NOTIFICATION_FILTERS.map((key) => ({
            key,
            label: key === 'unread' ? `${t('unread')} ${unread}` : t('all'),
            href: key === 'unread' ? PATH : hrefWith(PATH, { filter: key }),
          }))}
        />
        {items.length > 0 ? (
          <NotificationLines items={items} />
        ) : (
          <EmptyState title={t(`empty.${filter}`)} description={t('emptyHint')} />
        )}
        <p className="flex gap-4 text-sm">
          {before && <TextLink href={hrefWith(PATH, { filter })}>{t('newest')}</TextLink>}
          {next && <TextLink href={hrefWith(PATH, { filter, before: next })}>{t('older')}</TextLink>}
        </p>
      </div>
    </ClientMessages>
  );
}
