import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import { SHAPES } from '@/components/warnings/light-words';
import { labelIn } from '@/lib/domain/kernel/label';
import type { Overview } from '@/lib/domain/overview/answers';
import { LIGHT_LABELS } from '@/lib/domain/warnings/labels';
import { LIGHTS } from '@/lib/domain/warnings/types';
import { formatCount } from '@/lib/format/number';
import { Noted } from './figure';
import type { Links } from './links';
import { useOverviewWords } from './words';

/** What will be missed: projects by their light, each opening the list of its own. */
export function LightsCard({ data, links }: { data: Overview; links: Links }) {
  const { t, locale, since } = useOverviewWords();
  const { lights } = data;
  const changed = since('red', data);
  if (!lights) {
    return (
      <Card title={<Noted of="lights">{t('lights.title')}</Noted>}>
        <p className="text-sm text-ink-3">{t('lights.unknown')}</p>
      </Card>
    );
  }
  const finding =
    lights.red + lights.yellow > 0
      ? t('lights.finding', { red: formatCount(lights.red), yellow: formatCount(lights.yellow) })
      : t('lights.calm');
  return (
    <Card title={<Noted of="lights">{finding}</Noted>} description={changed && t('lights.changed', { since: changed })}>
      <ul className="grid grid-cols-2 gap-2">
        {LIGHTS.map((light) => {
          const href = light === 'none' ? links.unlit() : links.watch(light);
          const content = (
            <>
              <StatusLight light={SHAPES[light]}>{labelIn(LIGHT_LABELS[light], locale)}</StatusLight>
              <span className="text-xl font-semibold tabular-nums">
                {formatCount(lights[light])}
                <span className="ml-1 text-sm font-normal text-ink-3">{t('lights.projects')}</span>
              </span>
            </>
          );
          const style =
            'flex h-full flex-wrap items-center justify-between gap-x-3 rounded-md border border-line px-3 py-2';
          return (
            <li key={light}>
              {href ? (
                <a
                  href={href}
                  data-soft=""
                  className={`${style} transition-colors hover:border-accent-line hover:bg-accent-soft/40`}
                >
                  {content}
                </a>
              ) : (
                <div className={style}>{content}</div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
