import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SurveyDashboard } from '@/components/dashboards/survey-dashboard';
import { FilterSelect } from '@/components/ui/filter-select';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/domain/accounts/permissions';
import { surveyQuerySchema } from '@/lib/domain/dashboards/schema';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { unitName, unitOptions } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { surveyDashboard } from '@/lib/server/dashboards/queries';
import { unitNames } from '@/lib/server/dashboards/unit-names';
import { type Reader, withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { frozenYears } from '@/lib/server/programme/years';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboards'))('title') };
}

async function read(reader: Reader, actor: Actor, query: { county?: string; year?: number }) {
  // asked together: they travel in one packet
  const [answer, { rulebook }, counties, years] = await Promise.all([
    surveyDashboard(reader, actor, query),
    rulebookInForce(reader),
    actor.level === 'prefecture' ? unitNames(reader, 'county') : [],
    frozenYears(reader, actor),
  ]);
  if (!answer.ok) return null;
  const names = publicFacilities(rulebook).map(({ key, name, nameEn }) => [key, { name, nameEn }] as const);
  return { data: answer.value, facilityNames: Object.fromEntries(names), counties, years };
}

export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const actor = await pageActor('dashboard.read');
  const query = surveyQuerySchema.safeParse(await searchParams);
  if (!query.success) notFound();
  const found = await withReader(actor, (reader) => read(reader, actor, query.data));
  if (!found) notFound();
  const [t, locale] = await Promise.all([getTranslations('dashboards'), getLocale()]);
  const { data, facilityNames, counties, years } = found;
  const moment = data.frozen
    ? t('frozen', { name: data.frozen.name, day: formatDate(calendarDateOf(data.frozen.baselineOn), locale) })
    : t('asOf', { moment: formatDateTime(new Date(data.asOf), locale) });
  const filters = (
    <>
      {counties.length > 0 && (
        <FilterSelect name="county" label={t('wholePrefecture')} options={unitOptions(counties, locale)} />
      )}
      {years.length > 0 && (
        <FilterSelect
          name="year"
          label={t('now')}
          options={years.map((year) => ({ value: String(year), label: t('yearOption', { year: String(year) }) }))}
        />
      )}
    </>
  );
  return (
    <ClientMessages namespaces={['charts']}>
      <PageHeader title={`${unitName(data.unit, locale)} · ${t('title')}`} description={moment} more={filters} />
      <SurveyDashboard data={data} facilityNames={facilityNames} mayOpen={can(actor.role, 'compound.read')} />
    </ClientMessages>
  );
}
