import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { PrintButton } from '@/components/ui/print-button';
import { DoorTable } from '@/components/votes/door-table';
import { RoundWatch } from '@/components/votes/round-watch';
import { formatArea } from '@/lib/domain/kernel/area';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatAreaNumber } from '@/lib/format/area';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { doorList, roundView } from '@/lib/server/votes/queries';
import { RoundFrame } from '../round-frame';

export async function generateMetadata() {
  return { title: (await getTranslations('votes.doors'))('title') };
}

/** The doors that are worth knocking at: the fewest that reach both thresholds. */
export default async function DoorsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('vote.read', 'register.read');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await withReader(actor, async (reader) => ({
    round: await roundView(reader, actor, id),
    doors: await doorList(reader, actor, id),
  }));
  const { round, doors } = found;
  if (!round || !doors) notFound();
  const [t] = await Promise.all([getTranslations('votes.doors'), getLocale()]);
  const needed = doors.needed ?? [];
  const area = needed.reduce((sum, home) => sum + (parseHundredths(home.area) ?? 0n), 0n);
  return (
    <RoundFrame
      actor={actor}
      round={round}
      tab="doors"
      action={needed.length > 0 && <PrintButton label={t('print')} />}
    >
      {round.status === 'open' && round.head && <RoundWatch roundId={id} seq={round.head.seq} />}
      <p className="mb-3 max-w-3xl text-sm text-ink-3">{t('description')}</p>
      <div className="mb-4">
        {doors.needed === null ? (
          <Banner tone="amber" title={t('never', { count: doors.undecided })} />
        ) : needed.length === 0 ? (
          <Banner tone="green" title={t('enough')} />
        ) : (
          <Banner
            tone="accent"
            title={t('count', {
              count: needed.length,
              area: formatAreaNumber(formatArea(area)),
              undecided: doors.undecided,
            })}
          />
        )}
      </div>
      {needed.length > 0 && <DoorTable homes={needed} />}
    </RoundFrame>
  );
}
