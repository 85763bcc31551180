import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportView } from '@/components/imports/import-view';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportPage({ params }: PageProps<'/imports/[id]'>) {
  const actor = await pageActor('import.run');
  const [{ id }, facilities] = await Promise.all([
    params,
    withActor(actor, async (tx) => publicFacilities((await rulebookInForce(tx)).rulebook)),
  ]);
  return (
    <ClientMessages namespaces={['imports']}>
      <ImportView id={id} facilities={facilities.map(({ key, name }) => ({ key, name }))} />
    </ClientMessages>
  );
}
