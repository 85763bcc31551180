import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ContradictoryList } from '@/components/stages/contradictory-list';
import { PageHeader } from '@/components/ui/page-header';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { contradictoryProjects } from '@/lib/server/stages/contradictions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stages.contradictions'))('title') };
}

/** What people must look at: records of all projects in sight that cannot all be right. */
export default async function ContradictionsPage() {
  const actor = await pageActor('project.read');
  const t = await getTranslations('stages.contradictions');
  const projects = await withReader(actor, (reader) => contradictoryProjects(reader, actor, {}));
  return (
    <>
      <PageHeader title={t('title')} description={t('pageText')} />
      <ContradictoryList projects={projects} />
    </>
  );
}
