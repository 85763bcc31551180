import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PapersView } from '@/components/archive/papers-view';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { projectPapers } from '@/lib/server/archive/papers';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('archive'))('title') };
}

/** 资料: what each stage asks for, what is filed, and the whole of it to hand over. */
export default async function PapersPage({ params }: Props) {
  const actor = await pageActor('project.read');
  const { id } = await params;
  const papers = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => projectPapers(reader, actor, id))
    : null;
  if (!papers) notFound();
  return (
    <ClientMessages namespaces={['archive']}>
      <PapersView papers={papers} />
    </ClientMessages>
  );
}
