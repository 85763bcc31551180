import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Stat, StatGrid } from '@/components/ui/stat';
import { BatchTable } from '@/components/votes/batch-table';
import { PrintAll } from '@/components/votes/print-all';
import { PrintChosen } from '@/components/votes/print-chosen';
import { formatCount } from '@/lib/format/number';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { formBatches } from '@/lib/server/votes/forms';
import { homesOf, roundView } from '@/lib/server/votes/queries';
import { RoundFrame } from '../round-frame';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers'))('title') };
}

const read = (actor: Actor, id: string, wanted: string | undefined) =>
  withReader(actor, async (reader) => {
    const round = await roundView(reader, actor, id);
    const batches = round && (await formBatches(reader, actor, id));
    if (!round || !batches) return null;
    const building = round.buildings.find((one) => one.id === wanted) ?? round.buildings[0];
    return { round, batches, building, homes: building ? await homesOf(reader, id, building.id) : [] };
  });

/** The opinion forms of a round: what was printed, and what is to be. */
export default async function FormsPage({ params, searchParams }: Props) {
  const actor = await pageActor('vote.write');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await read(actor, id, [(await searchParams).building].flat()[0]);
  if (!found) notFound();
  const { round, batches, building, homes } = found;
  const t = await getTranslations('papers');
  const households = round.tally?.households ?? 0;
  const good = batches.reduce((sum, { count, voided }) => sum + count - voided, 0);
  const without = households - good;
  const isOpen = round.status === 'open';
  return (
    <ClientMessages namespaces={['papers']}>
      <RoundFrame
        actor={actor}
        round={round}
        tab="forms"
        action={isOpen && without > 0 && <PrintAll roundId={id} count={without} />}
      >
        <div className="space-y-5">
          <p className="text-sm text-ink-3">{t('description')}</p>
          {!isOpen && <Banner title={t('notOpen')} />}
          {isOpen && without === 0 && <Banner tone="green" title={t('allPrinted')} />}
          <StatGrid>
            <Stat label={t('counts.households')} value={formatCount(households)} />
            <Stat label={t('counts.good')} value={formatCount(good)} />
            <Stat label={t('counts.without')} value={formatCount(without)} />
          </StatGrid>
          <BatchTable roundId={id} batches={batches} />
          {isOpen && building && (
            <Card title={t('choose.title')} description={t('choose.text')}>
              <PrintChosen
                key={building.id}
                roundId={id}
                buildings={round.buildings.map((one) => ({ id: one.id, name: one.name }))}
                building={building.id}
                homes={homes.map(({ id: home, unitNo, room, formNo }) => ({ id: home, unitNo, room, formNo }))}
              />
            </Card>
          )}
        </div>
      </RoundFrame>
    </ClientMessages>
  );
}
