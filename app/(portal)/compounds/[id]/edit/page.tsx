import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { CompoundForm } from '@/components/compounds/compound-form';
import { PageHeader } from '@/components/ui/page-header';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { compoundRecord } from '@/lib/server/compounds/detail';
import { placeOptions } from '@/lib/server/compounds/places';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compounds'))('editTitle') };
}

export default async function EditCompoundPage({ params }: Props) {
  const actor = await pageActor('compound.write');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const t = await getTranslations('compounds');
  const { compound, places, facilities } = await withActor(actor, async (tx) => ({
    compound: await compoundRecord(tx, actor, id),
    places: await placeOptions(tx, actor, actor.countyId),
    facilities: publicFacilities((await rulebookInForce(tx)).rulebook),
  }));
  if (compound?.status !== 'active') notFound();
  return (
    <ClientMessages namespaces={['compounds', 'reasons']}>
      <PageHeader
        title={t('editTitle')}
        description={`${compound.name} · ${compound.code}`}
        crumbs={[
          { label: t('title'), href: '/compounds' },
          { label: compound.name, href: `/compounds/${id}` },
          { label: t('editTitle') },
        ]}
      />
      <CompoundForm
        key={compound.version}
        stored={{ id, version: compound.version }}
        values={compound}
        places={places}
        facilities={facilities}
      />
    </ClientMessages>
  );
}
