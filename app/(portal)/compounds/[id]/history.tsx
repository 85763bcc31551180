import { getLocale, getTranslations } from 'next-intl/server';
import { HistoryCard } from '@/components/compounds/history-card';
import type { Actor } from '@/lib/server/actor';
import { compoundHistory } from '@/lib/server/compounds/history';
import { placeOptions } from '@/lib/server/compounds/places';
import { withActor } from '@/lib/server/db/with-actor';

type Props = { actor: Actor; id: string; countyId: string; lastChange: string };

/** 修改记录, for those who may read the audit; the others see who changed it last. */
export async function CompoundHistory({ actor, id, countyId, lastChange }: Props) {
  const [t, locale, found] = await Promise.all([
    getTranslations('compounds'),
    getLocale(),
    withActor(actor, async (tx) => ({
      changes: await compoundHistory(tx, actor, id),
      places: await placeOptions(tx, actor, countyId),
    })),
  ]);
  return <HistoryCard {...found} t={t} locale={locale} lastChange={lastChange} />;
}
