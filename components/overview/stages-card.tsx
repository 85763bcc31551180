import { RankedBars } from '@/components/charts/ranked-bars';
import { Card } from '@/components/ui/card';
import type { Overview } from '@/lib/domain/overview/answers';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { stageNames } from '@/lib/domain/stages/names';
import { formatCount } from '@/lib/format/number';
import { Opens } from './figure';
import type { Links } from './links';
import { FigureNote } from './notes';
import { useOverviewWords } from './words';

type Props = { data: Overview; links: Links; book: Rulebook };

/** Where the projects stand on the way of the ten stages; what is suspended or withdrawn is said below. */
export function StagesCard({ data, links, book }: Props) {
  const { t, locale } = useOverviewWords();
  const names = stageNames(book, locale);
  const nameOf = (no: number) => names.stage(no) ?? t('stages.complete');
  const suspended = data.stages.reduce((sum, one) => sum + one.suspended, 0);
  const some = data.stages.some(({ active }) => active > 0);
  const [most] = data.stages.toSorted((a, b) => b.active - a.active);
  const last = book.stages.length;
  const title =
    !some || !most
      ? t('stages.title')
      : most.stage > last
        ? t('stages.all', { count: formatCount(most.active) })
        : t('stages.finding', { count: formatCount(most.active), stage: nameOf(most.stage) });
  return (
    <Card>
      <RankedBars
        title={title}
        description={t('stages.description')}
        unit={t('stages.unit')}
        keepOrder
        empty={t('stages.empty')}
        data={(some ? data.stages : []).map(({ stage, active }) => ({
          label: stage > last ? nameOf(stage) : t('stages.bar', { no: String(stage), name: nameOf(stage) }),
          value: active,
          href: active > 0 ? links.stage(stage) : undefined,
          tone: stage === most?.stage ? 'accent' : undefined,
        }))}
      />
      <p className="mt-2 flex flex-wrap items-center gap-x-4 text-sm text-ink-3">
        {suspended > 0 && (
          <Opens href={links.status('suspended')}>{t('stages.suspended', { count: formatCount(suspended) })}</Opens>
        )}
        {data.withdrawn > 0 && (
          <Opens href={links.status('withdrawn')}>
            {t('stages.withdrawn', { count: formatCount(data.withdrawn) })}
          </Opens>
        )}
        <FigureNote of="stages" />
      </p>
    </Card>
  );
}
