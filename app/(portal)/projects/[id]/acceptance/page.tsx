import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { AcceptanceView } from '@/components/acceptance/acceptance-view';
import { can } from '@/lib/domain/accounts/permissions';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { projectAcceptances } from '@/lib/server/acceptance/queries';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('title') };
}

/** 项目验收: the joint acceptance, then final account and audit. */
export default async function AcceptancePage({ params }: Props) {
  const actor = await pageActor('project.read');
  const { id } = await params;
  const found = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => projectAcceptances(reader, actor, id))
    : null;
  if (!found) notFound();
  return (
    <ClientMessages namespaces={['acceptance', 'archive']}>
      <AcceptanceView found={found} mayWrite={can(actor.role, 'acceptance.write')} />
    </ClientMessages>
  );
}
