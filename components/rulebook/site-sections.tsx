import * as chevronDown from 'lucide-react/icons/chevron-down';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { FoldCard } from '@/components/ui/fold-card';
import { drawing, Glyph } from '@/components/ui/glyph';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { CheckPoint, SiteRules } from '@/lib/domain/rulebook/schema-site';
import { ClauseLink } from './clause-link';
import { Entries, useNameOf } from './entries';

const DOWN = drawing(chevronDown);

type Props = { book: Rulebook; site: SiteRules };

/** How the works are watched: pace and lights, complaints, satisfaction. The reporting day and the limits stand among the other values. */
export function SiteSection({ book, site }: Props) {
  const t = useTranslations('rulebook.site');
  const separator = useTranslations('common')('listSeparator');
  const nameOf = useNameOf();
  const { forecast, redLight, complaints, satisfaction } = site;
  const counted = satisfaction.answers.filter(({ counts }) => counts);
  return (
    <FoldCard title={t('title')} id="site">
      <Entries
        clauses={book.clauses}
        entries={[
          {
            ...{ key: 'forecast', name: t('forecast'), clause: forecast.clause },
            note: t('forecastText', { recent: String(forecast.recentMonths), range: String(forecast.rangeMonths) }),
          },
          { key: 'red', name: t('redLight'), note: t('redLightText'), clause: redLight.clause },
          {
            ...{ key: 'subjects', name: t('subjects'), clause: complaints.clause },
            note: complaints.subjects.map(nameOf).join(separator),
          },
          {
            ...{ key: 'reopen', name: t('reopen'), clause: complaints.clause },
            note: t('reopenText', { days: String(complaints.reopenDays), soon: String(complaints.soonDays) }),
          },
          {
            ...{ key: 'answers', name: t('answers'), clause: satisfaction.clause },
            note: t('answersText', {
              answers: satisfaction.answers.map(nameOf).join(separator),
              counted: counted.map(nameOf).join(separator),
            }),
          },
          {
            ...{ key: 'least', name: t('least'), clause: satisfaction.clause },
            note: t('leastText', { least: String(satisfaction.leastAnswers), stage: String(satisfaction.fromStage) }),
          },
        ]}
      />
    </FoldCard>
  );
}

function Points({ points, kinds }: { points: readonly CheckPoint[]; kinds: Rulebook['inspections']['kinds'] }) {
  const nameOf = useNameOf();
  const kindOf = (code: string) => kinds.find((one) => one.code === code);
  return (
    <ol className="mt-1 space-y-1 border-l-2 border-line pl-3">
      {points.map((point) => {
        const kind = kindOf(point.kind);
        return (
          <li key={point.code} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0">{nameOf(point)}</span>
            <Badge>{kind ? nameOf(kind) : point.kind}</Badge>
          </li>
        );
      })}
    </ol>
  );
}

/** What inspectors look at: on every site, and item by item of the menu. */
export function ChecklistsSection({ book, site }: Props) {
  const t = useTranslations('rulebook.checklists');
  const nameOf = useNameOf();
  const { points, clause } = site.checklists;
  const groups = [
    { key: 'S', name: t('general'), points: points.filter(({ item }) => item === null) },
    ...book.menu.map((item) => ({
      ...{ key: item.code, name: `${item.code} ${nameOf(item)}` },
      points: points.filter((point) => point.item === item.code),
    })),
  ];
  return (
    <FoldCard
      id="checklists"
      title={t('title')}
      description={t('text', { count: String(points.length) })}
      action={<ClauseLink id={clause} clauses={book.clauses} />}
    >
      <div className="gap-x-8 text-sm lg:columns-2">
        {groups.map((group) => (
          <details key={group.key} className="group/points break-inside-avoid border-b border-line py-2">
            <summary className="flex cursor-pointer items-center justify-between gap-3">
              <span className="min-w-0">
                {group.name} <span className="text-ink-3">{t('count', { count: String(group.points.length) })}</span>
              </span>
              <Glyph of={DOWN} className="shrink-0 text-ink-3 transition-transform group-open/points:rotate-180" />
            </summary>
            <Points points={group.points} kinds={book.inspections.kinds} />
          </details>
        ))}
      </div>
    </FoldCard>
  );
}

/** What counties file as news, and what of it the scorecard counts. */
export function NewsSection({ book, site: { news } }: Props) {
  const t = useTranslations('rulebook.news');
  const separator = useTranslations('common')('listSeparator');
  const nameOf = useNameOf();
  const levelOf = (code: string) => news.levels.find((one) => one.code === code);
  const named = (of: readonly { code: string; name: string; nameEn: string }[], codes: readonly string[]) =>
    of.filter(({ code }) => codes.includes(code)).map(nameOf);
  return (
    <FoldCard title={t('title')} id="news" action={<ClauseLink id={news.clause} clauses={book.clauses} />}>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <div>
          <h3 className="mb-1 text-sm font-medium text-ink-2">{t('kinds')}</h3>
          <Entries
            clauses={book.clauses}
            entries={news.kinds.map((kind) => ({
              ...{ key: kind.code, name: nameOf(kind), clause: kind.clause },
              note: t('kindText', {
                levels: named(news.levels, kind.levels).join(separator),
                asks: kind.asks.map((ask) => t(`asks.${ask}`)).join(separator),
              }),
            }))}
          />
        </div>
        <div className="space-y-6">
          <div>
            <h3 className="mb-1 text-sm font-medium text-ink-2">{t('criteria')}</h3>
            <Entries
              clauses={book.clauses}
              entries={news.criteria.map((criterion) => ({
                ...{ key: criterion.code, name: `${criterion.code} ${nameOf(criterion)}`, clause: criterion.clause },
                note: [
                  t('atLeast', { count: String(criterion.atLeast) }),
                  ...criterion.counts.map(({ kinds, from }) => {
                    const level = levelOf(from);
                    return t('counts', {
                      kinds: named(news.kinds, kinds).join(separator),
                      level: level ? nameOf(level) : from,
                    });
                  }),
                ].join(t('between')),
              }))}
            />
          </div>
          <div>
            <h3 className="mb-1 text-sm font-medium text-ink-2">{t('media')}</h3>
            <Entries
              clauses={book.clauses}
              entries={news.media.map((medium) => ({ key: medium.code, name: nameOf(medium), clause: medium.clause }))}
            />
          </div>
        </div>
      </div>
    </FoldCard>
  );
}
