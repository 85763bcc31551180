import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { InspectForm } from '@/components/inspections/forms/inspect-form';
import { Banner } from '@/components/ui/banner';
import { PageHeader } from '@/components/ui/page-header';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { inspectionSheet } from '@/lib/server/inspections/ground';

export async function generateMetadata() {
  return { title: (await getTranslations('inspections.form'))('title') };
}

/** 现场检查: without the tabs of the project, for a phone on the site. */
export default async function InspectPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read', 'inspection.write');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const { project, rulebook } = found;
  const [sheet, t, locale] = await Promise.all([
    withReader(actor, (reader) => inspectionSheet(reader, project.id, rulebook)),
    getTranslations('inspections.form'),
    getLocale(),
  ]);
  const names = Object.fromEntries(
    rulebook.menu.map(({ code, name, nameEn }) => [code, locale === 'en' ? nameEn : name]),
  );
  const against = project.status !== 'active' ? t('notNow') : sheet.startOn === null ? t('noContract') : null;
  return (
    <ClientMessages namespaces={['inspections', 'field']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: project.name, href: `/projects/${project.id}/works` }, { label: t('title') }]}
      />
      {against ? (
        <Banner tone="amber" title={against} />
      ) : (
        <InspectForm
          projectId={project.id}
          sheet={sheet}
          kinds={rulebook.inspections.kinds.map(({ code, name, nameEn }) => ({ code, name, nameEn }))}
          names={names}
        />
      )}
    </ClientMessages>
  );
}
