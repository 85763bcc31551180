import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { type Shortcut, TaskList } from '@/components/home/task-list';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/domain/accounts/permissions';
import type { Role } from '@/lib/domain/accounts/roles';
import { formatDateTime } from '@/lib/format/date';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { freshLights } from '@/lib/server/tasks/lights';
import { tasksFor } from '@/lib/server/tasks/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') };
}

function shortcutsOf(role: Role): Shortcut[] {
  return [
    ...(can(role, 'dashboard.read') ? [{ href: '/dashboard', label: 'toDashboard' } as const] : []),
    ...(can(role, 'compound.read') ? [{ href: '/compounds', label: 'toCompounds' } as const] : []),
    ...(can(role, 'rulebook.read') && !can(role, 'compound.read')
      ? [{ href: '/rulebook', label: 'toRulebook' } as const]
      : []),
  ];
}

/** 待办: what this person must do now, most urgent first. */
export default async function HomePage() {
  const actor = await pageActor();
  await freshLights(actor);
  const [tasks, t, locale] = await Promise.all([
    withActor(actor, (tx) => tasksFor(tx, actor)),
    getTranslations('home'),
    getLocale(),
  ]);
  const count = tasks.items.length;
  const greeting =
    count > 0
      ? t('greeting', { name: actor.displayName, count: String(count) })
      : t('greetingNone', { name: actor.displayName });
  return (
    <>
      <PageHeader
        title={t('title')}
        description={`${greeting} · ${t('asOf', { moment: formatDateTime(new Date(tasks.asOf), locale) })}`}
      />
      <TaskList tasks={tasks} shortcuts={shortcutsOf(actor.role)} />
    </>
  );
}
