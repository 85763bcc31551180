import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { GroupCard } from '@/components/leading-groups/group-card';
import { GroupDialog } from '@/components/leading-groups/group-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/domain/accounts/permissions';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { leadingGroups } from '@/lib/server/leading-groups/groups';

const querySchema = z.object({ county: z.uuid().optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('annual.leading'))('title') };
}

/** P四(一)1: 领导小组, in office and former ones. */
export default async function LeadingGroupPage({ searchParams }: PageProps<'/programme/leading-group'>) {
  const actor = await pageActor('feasibility.read');
  const { county } = querySchema.parse(await searchParams);
  const [groups, t, programme] = await Promise.all([
    withReader(actor, (reader) => leadingGroups(reader, actor, county)),
    getTranslations('annual.leading'),
    getTranslations('programme'),
  ]);
  return (
    <ClientMessages namespaces={['annual']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: programme('title'), href: '/programme' }, { label: t('title') }]}
        description={t('description')}
        action={
          can(actor.role, 'feasibility.write') && (
            <GroupDialog
              trigger={
                <Button variant="primary" icon={<Plus aria-hidden="true" />}>
                  {t('record')}
                </Button>
              }
            />
          )
        }
      />
      <div className={cn('grid items-start gap-4', groups.length > 1 && 'xl:grid-cols-2')}>
        {groups.map((group) => (
          <GroupCard key={group.id} group={group} />
        ))}
        {groups.length === 0 && (
          <Card>
            <EmptyState title={t('empty')} description={t('emptyText')} />
          </Card>
        )}
      </div>
    </ClientMessages>
  );
}
