import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { NewPlan } from '@/components/plans/new-plan';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import { GoToCompound } from '@/components/votes/go-to-compound';
import { labelIn } from '@/lib/domain/kernel/label';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { versionsOf } from '@/lib/server/plans/queries';
import { compoundHead, firstCompounds } from '@/lib/server/votes/compound-head';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.create'))('title') };
}

const read = (actor: Actor, compound: string | undefined) =>
  withReader(actor, async (reader) => {
    const head = compound === undefined ? null : await compoundHead(reader, actor, compound);
    return {
      head,
      versions: head ? await versionsOf(reader, actor, head.id) : [],
      first: head ? [] : await firstCompounds(reader, actor),
    };
  });

/** Whose plan, and what it begins with. A draft that is there already is opened. */
export default async function NewPlanPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('plan.write');
  const wanted = z.uuid().safeParse((await searchParams).compound);
  const { head, versions, first } = await read(actor, wanted.data);
  const draft = versions.find(({ status }) => status === 'draft');
  if (draft) redirect(`/plans/${draft.id}`);
  const [t, locale] = await Promise.all([getTranslations('plans'), getLocale()]);
  return (
    <ClientMessages namespaces={['plans', 'voteDesk']}>
      <PageHeader
        title={t('create.title')}
        crumbs={[{ label: t('title'), href: '/plans' }, { label: t('create.title') }]}
        description={
          head
            ? [head.name, head.code, labelIn({ zh: head.place, en: head.placeEn }, locale)].join(' · ')
            : t('create.text')
        }
      />
      <Card className="max-w-xl">
        {head ? (
          <NewPlan compoundId={head.id} latest={versions[0]?.no ?? null} />
        ) : (
          <GoToCompound label={t('create.choose')} hint={t('create.chooseHint')} first={first} path="/plans/new" />
        )}
      </Card>
    </ClientMessages>
  );
}
