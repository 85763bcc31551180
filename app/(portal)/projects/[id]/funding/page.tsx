import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { FundingCard } from '@/components/projects/funding-card';
import { can } from '@/lib/domain/accounts/permissions';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { fundingOf } from '@/lib/server/projects/funding';

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('tabs.funding') };
}

export default async function FundingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const { project, rulebook } = found;
  const funding = await withReader(actor, (reader) => fundingOf(reader, actor, project.id));
  const worded = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }) => ({ code, name, nameEn });
  const sources = rulebook.funding.sources.map((one) => ({ ...worded(one), kinds: one.kinds.map(worded) }));
  return (
    <ClientMessages namespaces={['projects']}>
      <FundingCard
        projectId={project.id}
        funding={funding}
        sources={sources}
        mayWrite={project.status === 'active' && can(actor.role, 'project.write')}
      />
    </ClientMessages>
  );
}
