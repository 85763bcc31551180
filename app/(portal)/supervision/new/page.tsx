import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { NewNoticeForm } from '@/components/supervision/new-notice-form';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import { PROJECTS_MAX } from '@/lib/domain/supervision/schema';
import { unitOptions } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { todayOf } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { projectsToSupervise } from '@/lib/server/supervision/queries';

const id = z.uuid();
/** Whom and what it is to be about, and why: what other pages bring along. What cannot be read is left out. */
const querySchema = z.object({
  county: id.optional().catch(undefined),
  project: z
    .union([id.transform((one) => [one]), z.array(id).max(PROJECTS_MAX)])
    .catch([])
    .default([]),
  why: z.string().trim().max(1_000).catch('').default(''),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision.form'))('title') };
}

const read = (actor: Actor, { county, project }: z.output<typeof querySchema>) =>
  withReader(actor, async (reader) => {
    const all = await counties(reader, actor);
    const chosen = all.find((one) => one.id === county);
    const projects = chosen ? await projectsToSupervise(reader, actor, chosen.id) : [];
    const known = new Set(projects.map((one) => one.id));
    return { all, chosen, projects, begun: project.filter((one) => known.has(one)), today: await todayOf(reader) };
  });

/** 发出督办: the county first, then the notice about its projects. */
export default async function NewSupervisionPage({ searchParams }: PageProps<'/supervision/new'>) {
  const actor = await pageActor('supervision.write');
  const query = querySchema.parse(await searchParams);
  const [found, t, form, locale] = await Promise.all([
    read(actor, query),
    getTranslations('supervision'),
    getTranslations('supervision.form'),
    getLocale(),
  ]);
  return (
    <ClientMessages namespaces={['supervision']}>
      <PageHeader
        title={form('title')}
        description={form('description')}
        crumbs={[{ label: t('title'), href: '/supervision' }, { label: form('title') }]}
      />
      <Toolbar>
        <FilterSelect name="county" label={form('chooseCounty')} options={unitOptions(found.all, locale)} />
      </Toolbar>
      {found.chosen ? (
        <NewNoticeForm
          key={found.chosen.id}
          countyId={found.chosen.id}
          projects={found.projects}
          chosen={found.begun}
          why={query.why}
          today={found.today}
        />
      ) : (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState title={form('chooseCounty')} description={form('chooseCountyText')} />
        </div>
      )}
    </ClientMessages>
  );
}
