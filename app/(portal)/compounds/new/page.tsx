import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { blankCompound } from '@/components/compounds/blank';
import { CompoundForm } from '@/components/compounds/compound-form';
import { PageHeader } from '@/components/ui/page-header';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { placeOptions } from '@/lib/server/compounds/places';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compounds'))('newTitle') };
}

export default async function NewCompoundPage() {
  const actor = await pageActor('compound.write');
  const t = await getTranslations('compounds');
  const { places, facilities } = await withActor(actor, async (tx) => ({
    places: await placeOptions(tx, actor, actor.countyId),
    facilities: publicFacilities((await rulebookInForce(tx)).rulebook),
  }));
  return (
    <ClientMessages namespaces={['compounds', 'reasons']}>
      <PageHeader
        title={t('newTitle')}
        description={t('sections.identityHint')}
        crumbs={[{ label: t('title'), href: '/compounds' }, { label: t('newTitle') }]}
      />
      <CompoundForm values={blankCompound} places={places} facilities={facilities} />
    </ClientMessages>
  );
}
