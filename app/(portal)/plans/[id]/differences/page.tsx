import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { DifferencesView } from '@/components/plans/differences-view';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { differencesOf, versionsOf } from '@/lib/server/plans/queries';
import { planFacts } from '@/lib/server/plans/read';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.differences'))('title') };
}

/** With the version that is named, else with the one before it. */
const read = (actor: Actor, id: string, wanted: string | undefined) =>
  withReader(actor, async (reader) => {
    const facts = await planFacts(reader, actor, id);
    if (!facts) return null;
    const versions = await versionsOf(reader, actor, facts.compound.id);
    const other = versions.find((one) => one.id === wanted) ?? versions.find(({ no }) => no < facts.no);
    const found = await differencesOf(reader, actor, id, other?.id ?? id);
    return found && { found, rulebook: facts.rulebook };
  });

export default async function DifferencesPage({ params, searchParams }: Props) {
  const actor = await pageActor('plan.read');
  const { id } = await params;
  const wanted = z.uuid().safeParse((await searchParams).with);
  const result = z.uuid().safeParse(id).success ? await read(actor, id, wanted.data) : null;
  if (!result) notFound();
  const { found, rulebook } = result;
  const t = await getTranslations('plans');
  const isFirst = found.before.no === found.after.no;
  return (
    <>
      <PageHeader
        title={
          isFirst
            ? t('differences.title')
            : t('differences.heading', { before: found.before.no, after: found.after.no })
        }
        crumbs={[
          { label: t('title'), href: '/plans' },
          { label: found.compound.name, href: `/plans/${id}` },
          { label: t('differences.title') },
        ]}
        description={found.compound.name}
      />
      {isFirst ? (
        <EmptyState title={t('differences.first')} />
      ) : (
        <DifferencesView found={found} menu={rulebook.menu} sources={rulebook.funding.sources} />
      )}
    </>
  );
}
