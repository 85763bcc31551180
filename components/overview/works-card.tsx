import { Card } from '@/components/ui/card';
import { PhoneFold } from '@/components/ui/phone-fold';
import { Progress } from '@/components/ui/progress';
import type { Overview } from '@/lib/domain/overview/answers';
import type { MenuItem, Rulebook } from '@/lib/domain/rulebook/schema';
import { formatCount } from '@/lib/format/number';
import { Noted, Opens } from './figure';
import type { Links } from './links';
import { percentOf, useOverviewWords } from './words';

type Props = { data: Overview; links: Links; book: Rulebook };
const NECESSITIES = ['required', 'improvement'] as const;
const SCOPES = ['building', 'compound'] as const;

/** The 36 items of the menu: what the plans name and what of it is done; required and improvement apart, of buildings and of compounds. */
export function WorksCard({ data, links, book }: Props) {
  const { t } = useOverviewWords();
  const sum = (of: 'done' | 'planned') => data.items.reduce((all, item) => all + item[of], 0);
  const finding =
    sum('planned') > 0
      ? t('works.finding', { done: formatCount(sum('done')), percent: percentOf(sum('done'), sum('planned')) })
      : t('works.nothing');
  return (
    <Card title={<Noted of="items">{finding}</Noted>} description={t('works.description')}>
      <div className="grid gap-x-10 gap-y-2 sm:gap-y-6 xl:grid-cols-2">
        {NECESSITIES.map((necessity) => {
          const own = book.menu.filter((item) => item.necessity === necessity);
          return (
            <PhoneFold key={necessity} title={t(`works.groups.${necessity}`, { count: String(own.length) })}>
              {SCOPES.map((scope) => (
                <div key={scope} className="mt-3">
                  <h4 className="mb-1 text-sm text-ink-3">{t(`works.scopes.${scope}`)}</h4>
                  <ul>
                    {own
                      .filter((item) => item.scope === scope)
                      .map((item) => (
                        <ItemLine
                          key={item.code}
                          {...{ item, links }}
                          of={data.items.find((one) => one.item === item.code)}
                        />
                      ))}
                  </ul>
                </div>
              ))}
            </PhoneFold>
          );
        })}
      </div>
    </Card>
  );
}

function ItemLine({ item, of, links }: { item: MenuItem; of: Overview['items'][number] | undefined; links: Links }) {
  const { t, locale } = useOverviewWords();
  const { planned = 0, done = 0, met = 0 } = of ?? {};
  const name = locale === 'en' ? item.nameEn : item.name;
  const rows = (state: 'done' | 'open' | 'met', n: number) =>
    n > 0 ? links.rows({ figure: 'item', key: item.code, state }) : undefined;
  return (
    <li className="avoid-break grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-x-3 gap-y-0.5 border-b border-line py-1.5 text-sm sm:grid-cols-[minmax(0,1fr)_4rem_4.5rem_10.5rem]">
      <span className={planned + met > 0 ? undefined : 'text-ink-3'}>{name}</span>
      <Progress
        label={t('works.bar', { name, done: formatCount(done), planned: formatCount(planned) })}
        {...{ done, total: planned, hideText: true }}
        text={t('works.planned', { done: formatCount(done), planned: formatCount(planned) })}
      />
      {planned + met === 0 ? (
        <span className="col-span-2 text-right text-ink-3">{t('works.unplanned')}</span>
      ) : (
        <>
          <span className="text-right tabular-nums">
            <Opens href={rows('done', done)}>{formatCount(done)}</Opens> / {formatCount(planned)}
          </span>
          <span className="flex flex-wrap items-baseline justify-end gap-x-2 text-right text-ink-3">
            {planned > done && (
              <Opens href={rows('open', planned - done)}>
                {t('works.open')} {formatCount(planned - done)}
              </Opens>
            )}
            {met > 0 && (
              <Opens href={rows('met', met)}>
                {t('works.met')} {formatCount(met)}
              </Opens>
            )}
          </span>
        </>
      )}
    </li>
  );
}
