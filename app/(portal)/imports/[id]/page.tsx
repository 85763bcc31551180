import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ImportView } from '@/components/imports/import-view';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { placeOptions } from '@/lib/server/compounds/places';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { isImport } from '@/lib/server/imports/queries';
import { ImportId } from '@/lib/server/imports/shapes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportPage({ params }: PageProps<'/imports/[id]'>) {
  const actor = await pageActor('import.run');
  const where = ImportId.safeParse(await params);
  if (!where.success) notFound();
  const { id } = where.data;
  const names = await withActor(actor, async (tx) => {
    if (!(await isImport(tx, actor, id))) return null;
    const { rulebook } = await rulebookInForce(tx);
    const places = await placeOptions(tx, actor, actor.countyId);
    return { facilities: publicFacilities(rulebook), towns: places.filter(({ kind }) => kind === 'subdistrict') };
  });
  if (!names) notFound();
  return (
    <ClientMessages namespaces={['imports']}>
      <ImportView
        id={id}
        facilities={names.facilities.map(({ key, name }) => ({ key, name }))}
        towns={names.towns.map(({ name }) => name)}
      />
    </ClientMessages>
  );
}
