import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { monthWords } from '@/components/progress/words';
import { FilledTable, NAME_STAYS } from '@/components/statistics/filled-table';
import { PhoneFolds } from '@/components/statistics/phone-folds';
import { UnfilledList } from '@/components/statistics/unfilled-list';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { hrefWith, type Params } from '@/components/ui/url';
import { addMonths, monthOf } from '@/lib/domain/progress/report-month';
import { answerOf, statisticsQuery } from '@/lib/domain/statistics/answers';
import { TABLES, type TableName } from '@/lib/domain/statistics/shape';
import { formatDateTime } from '@/lib/format/date';
import { unitName, unitOptions } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { clockOf } from '@/lib/server/progress/county-month';
import { projectFilters } from '@/lib/server/projects/filters';
import { statisticsOf } from '@/lib/server/statistics/table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statistics'))('title') };
}

const MONTHS = 24;

const asked = z.object({
  table: z.enum(TABLES).catch('county-month'),
  query: statisticsQuery.extend({
    year: statisticsQuery.shape.year.catch(undefined),
    month: statisticsQuery.shape.month.catch(undefined),
  }),
});

const read = (actor: Actor, { table, query }: z.output<typeof asked>) =>
  withReader(actor, async (reader) => {
    const [found, filters, { today }] = await Promise.all([
      statisticsOf(reader, actor, table, query),
      projectFilters(reader, actor),
      clockOf(reader),
    ]);
    return { found, filters, running: monthOf(today) };
  });

async function OfOffices() {
  const t = await getTranslations('statistics');
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState title={t('offices')} description={t('officesText')} />
      </Card>
    </>
  );
}

/** 统计报表: what is typed again elsewhere, out of the records; beside it the cells that they do not fill. */
export default async function StatisticsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('dashboard.read');
  if (actor.level !== 'prefecture' && actor.level !== 'county') return <OfOffices />;
  const params = await searchParams;
  const { table: wanted, year, month, county } = params;
  const parsed = asked.safeParse({ table: wanted, query: { year, month, county } });
  if (!parsed.success) notFound();
  const { table } = parsed.data;
  const { found, filters, running } = await read(actor, parsed.data);
  if (!found.ok) notFound();
  const [t, locale] = await Promise.all([getTranslations('statistics'), getLocale()]);
  const data = answerOf(found.value);
  const name = unitName(data.unit, locale);
  const fileOf = (kind: string) =>
    hrefWith(`/api/v1/statistics/${table}${kind}`, {
      year: String(data.year),
      month: data.month ?? undefined,
      county: parsed.data.query.county,
    });
  const tabOf = (key: TableName) => ({
    key,
    label: t(`tabs.${key}`),
    href: hrefWith('/statistics', { year, month, county }, { table: key }),
  });
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(running, -back));
  return (
    <ClientMessages namespaces={['statistics']}>
      <LinkTabs label={t('tabs.label')} active={table} tabs={TABLES.map(tabOf)} />
      <PageHeader
        title={t('titleOf', { name, year: String(data.year), table: t(`tabs.${table}`) })}
        description={t('description', { moment: formatDateTime(new Date(data.asOf), locale) })}
        more={
          <>
            {actor.level === 'prefecture' && (
              <FilterSelect
                name="county"
                label={t('wholePrefecture')}
                options={unitOptions(filters.counties, locale)}
              />
            )}
            <FilterSelect
              name="year"
              label={t('currentYear')}
              options={filters.years.map((one) => ({ value: String(one), label: t('yearOf', { year: String(one) }) }))}
            />
            {data.month && (
              <FilterSelect
                name="month"
                label={t('monthOf', monthWords(data.month, locale))}
                options={months.map((one) => ({ value: one, label: t('monthOf', monthWords(one, locale)) }))}
              />
            )}
            <LinkButton href={fileOf('')} download>
              {t('json')}
            </LinkButton>
            <LinkButton href={fileOf('/docx')} download>
              {t('word')}
            </LinkButton>
          </>
        }
        action={
          <LinkButton variant="primary" href={fileOf('/xlsx')} download>
            {t('excel')}
          </LinkButton>
        }
      />
      <nav aria-label={t('goTo')} className="no-print mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm max-sm:hidden">
        <span className="text-ink-3">{t('goTo')}</span>
        {data.groups.map((group) => (
          <a key={group.code} href={`#${group.code}`} className="text-link">
            {locale === 'en' ? group.nameEn : group.name}
          </a>
        ))}
        <a href="#unfilled" className="text-link">
          {t('unfilled.title')}
        </a>
      </nav>
      <p className="mb-3 text-sm text-ink-3 sm:hidden">
        {t(data.unit.level === 'prefecture' ? 'openWhole' : 'openRow')}
      </p>
      <PhoneFolds
        parts={[
          ...data.groups.map((group) => ({
            key: group.code,
            title: locale === 'en' ? group.nameEn : group.name,
            className: data.unit.level === 'prefecture' ? NAME_STAYS : undefined,
            children: <FilledTable group={group} data={data} />,
          })),
          {
            key: 'unfilled',
            title: t('unfilled.title'),
            note: t('unfilled.count', { count: data.unfilled.length }),
            children: <UnfilledList data={data} />,
          },
        ]}
      />
    </ClientMessages>
  );
}
