import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewProjectForm } from '@/components/projects/forms/new-project-form';
import { PageHeader } from '@/components/ui/page-header';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { compoundChoices, entityChoices } from '@/lib/server/projects/choices';
import { projectFilters } from '@/lib/server/projects/filters';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('create.title') };
}

const read = (actor: Actor) =>
  withReader(actor, async (reader) => ({
    compounds: await compoundChoices(reader, actor),
    entities: await entityChoices(reader, actor.countyId ?? ''),
    rulebook: (await rulebookInForce(reader)).rulebook,
    ...(await projectFilters(reader, actor)),
  }));

export default async function NewProjectPage() {
  const actor = await pageActor('project.write');
  const [{ compounds, entities, rulebook, years, current }, t] = await Promise.all([
    read(actor),
    getTranslations('projects'),
  ]);
  const types = workflowOf(rulebook).renovationTypes.map(({ code, name, nameEn }) => ({ code, name, nameEn }));
  return (
    <ClientMessages namespaces={['projects']}>
      <PageHeader
        title={t('create.title')}
        description={t('create.description')}
        crumbs={[{ label: t('title'), href: '/projects' }, { label: t('create.title') }]}
      />
      <NewProjectForm
        compounds={compounds}
        years={years}
        year={current ?? years[0] ?? null}
        types={types}
        entities={entities}
      />
    </ClientMessages>
  );
}
