import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { compareRatios } from '@/lib/domain/kernel/ratio';
import type { Overview } from '@/lib/domain/overview/answers';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { formatCount } from '@/lib/format/number';
import { Noted, Opens } from './figure';
import type { Links } from './links';
import { percentOf, useOverviewWords } from './words';

interface Reached {
  code: string;
  name: string;
  n: number;
}
type Props = { of: 'promises' | 'haves'; whole: number; reached: readonly Reached[]; links: Links };

/** Of five or six things, how far each is reached. */
function ReachedCard({ of, whole, reached, links }: Props) {
  const { t } = useOverviewWords();
  const figure = of === 'promises' ? 'promise' : 'have';
  const [least] =
    whole > 0 ? reached.toSorted((a, b) => compareRatios(BigInt(a.n), BigInt(whole), BigInt(b.n), BigInt(whole))) : [];
  const alike = least && reached.every(({ n }) => n === least.n);
  const finding = least
    ? t(alike ? `${of}.same` : `${of}.finding`, { name: least.name, percent: percentOf(least.n, whole) })
    : t(`${of}.nothing`);
  const rows = (key: string, state: 'done' | 'open', n: number) =>
    n > 0 ? links.rows({ figure, key, state }) : undefined;
  return (
    <Card
      title={<Noted of={of}>{finding}</Noted>}
      description={whole > 0 ? t(`${of}.description`, { count: formatCount(whole) }) : undefined}
    >
      <ul className="space-y-3">
        {reached.map(({ code, name, n }) => (
          <li key={code} className="avoid-break text-sm">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{name}</span>
              <span className="text-ink-3 tabular-nums">
                <Opens href={rows(code, 'done', n)}>
                  {t('reached', { done: formatCount(n), whole: formatCount(whole) })}
                </Opens>
                {whole > n && (
                  <span className="ml-3">
                    <Opens href={rows(code, 'open', whole - n)}>
                      {t('notReached', { count: formatCount(whole - n) })}
                    </Opens>
                  </span>
                )}
              </span>
            </span>
            <span className="mt-1 block">
              <Progress label={name} done={n} total={whole} text={percentOf(n, whole)} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 五不, of buildings, and 六有, of compounds, by the rule book's names. */
export function ReachedCards({ data, links, book }: { data: Overview; links: Links; book: Rulebook }) {
  const { locale } = useOverviewWords();
  const named = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }, n: number) => ({
    code,
    name: locale === 'en' ? nameEn : name,
    n,
  });
  const { promises, haves } = data;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <ReachedCard
        {...{ of: 'promises', whole: promises.buildings, links }}
        reached={book.promises.map((one) =>
          named(one, promises.reached.find(({ code }) => code === one.code)?.buildings ?? 0),
        )}
      />
      <ReachedCard
        {...{ of: 'haves', whole: haves.compounds, links }}
        reached={book.sixHaves.map((one) =>
          named(one, haves.reached.find(({ code }) => code === one.code)?.compounds ?? 0),
        )}
      />
    </div>
  );
}
