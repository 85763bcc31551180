import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import type { Overview } from '@/lib/domain/overview/answers';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { stageNames } from '@/lib/domain/stages/names';
import { formatCount } from '@/lib/format/number';
import { Noted, Opens } from './figure';
import type { Links } from './links';
import { useOverviewWords } from './words';

type Props = { data: Overview; links: Links; book: Rulebook };

/** Where the projects stand on the way of the ten stages; what is suspended or withdrawn is said below. */
export function StagesCard({ data, links, book }: Props) {
  const { t, locale } = useOverviewWords();
  const names = stageNames(book, locale);
  const nameOf = (no: number) => names.stage(no) ?? t('stages.complete');
  const suspended = data.stages.reduce((sum, one) => sum + one.suspended, 0);
  const [most] = data.stages.toSorted((a, b) => b.active - a.active);
  const last = book.stages.length;
  const title =
    !most || most.active === 0
      ? t('stages.title')
      : most.stage > last
        ? t('stages.all', { count: formatCount(most.active) })
        : t('stages.finding', { count: formatCount(most.active), stage: nameOf(most.stage) });
  return (
    <Card title={<Noted of="stages">{title}</Noted>} description={t('stages.description')}>
      <ol className="text-sm">
        {data.stages.map(({ stage, active }) => (
          <li
            key={stage}
            className="grid min-h-9 grid-cols-[1.5rem_minmax(0,1fr)_5rem_2.5rem] sm:grid-cols-[1.5rem_minmax(0,1fr)_12rem_3rem] items-center gap-x-2 border-b border-line py-1"
          >
            <span className="text-ink-3 tabular-nums">{stage > last ? '' : stage}</span>
            <span className={active > 0 ? undefined : 'text-ink-3'}>{nameOf(stage)}</span>
            <Progress
              {...{ label: nameOf(stage), done: active, total: most?.active ?? 0, hideText: true }}
              text={t('stages.projects', { count: formatCount(active) })}
              tone={stage === most?.stage ? 'accent' : 'neutral'}
            />
            <span className="text-right font-medium tabular-nums">
              <Opens bare href={active > 0 ? links.stage(stage) : undefined}>
                {formatCount(active)}
              </Opens>
            </span>
          </li>
        ))}
      </ol>
      {suspended + data.withdrawn > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-x-4 text-sm text-ink-3">
          {suspended > 0 && (
            <Opens href={links.status('suspended')}>{t('stages.suspended', { count: formatCount(suspended) })}</Opens>
          )}
          {data.withdrawn > 0 && (
            <Opens href={links.status('withdrawn')}>
              {t('stages.withdrawn', { count: formatCount(data.withdrawn) })}
            </Opens>
          )}
        </p>
      )}
    </Card>
  );
}
