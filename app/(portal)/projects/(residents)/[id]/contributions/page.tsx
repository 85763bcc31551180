import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { ContributionsView } from '@/components/contributions/contributions-view';
import { can } from '@/lib/domain/accounts/permissions';
import { duesQuery } from '@/lib/domain/contributions/schema';
import { today } from '@/lib/domain/kernel/calendar-date';
import { formatMoney } from '@/lib/domain/kernel/money';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { bookedApart } from '@/lib/server/contributions/dues';
import { duesList } from '@/lib/server/contributions/list';
import { progressOf } from '@/lib/server/contributions/progress';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contributions'))('title') };
}

/** 居民出资: what each household owes and paid, compound by compound, building by building. */
export default async function ContributionsPage({ params, searchParams }: Props) {
  const actor = await pageActor('project.read', 'contribution.read');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const { project } = found;
  const given = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''));
  const asked = duesQuery.safeParse(given);
  const query = asked.success ? asked.data : duesQuery.parse({});
  const [progress, list, apart] = await withReader(actor, (reader) =>
    Promise.all([
      progressOf(reader, actor, project.id, query.compound),
      duesList(reader, actor, project.id, query),
      bookedApart(reader, project.id),
    ]),
  );
  if (!progress || !list) notFound();
  const open = project.status !== 'withdrawn';
  return (
    <ClientMessages namespaces={['contributions', 'projects']}>
      <ContributionsView
        projectId={project.id}
        progress={progress}
        list={list}
        apart={apart > 0n ? formatMoney(apart) : null}
        query={query}
        today={today(await databaseNow())}
        locale={await getLocale()}
        maySet={open && can(actor.role, 'project.write')}
        mayPay={open && can(actor.role, 'contribution.write')}
      />
    </ClientMessages>
  );
}
