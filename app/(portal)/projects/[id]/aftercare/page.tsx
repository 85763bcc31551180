import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { AftercareView } from '@/components/aftercare/aftercare-view';
import { can } from '@/lib/domain/accounts/permissions';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { projectAftercare } from '@/lib/server/aftercare/queries';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('aftercare'))('title') };
}

/** 后续管理. */
export default async function AftercarePage({ params }: Props) {
  const actor = await pageActor('project.read');
  const { id } = await params;
  const found = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => projectAftercare(reader, actor, id))
    : null;
  if (!found) notFound();
  return (
    <ClientMessages namespaces={['aftercare', 'archive']}>
      <AftercareView found={found} mayWrite={can(actor.role, 'aftercare.write')} />
    </ClientMessages>
  );
}
