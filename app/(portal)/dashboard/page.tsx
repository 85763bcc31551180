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
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { surveyDashboard } from '@/lib/server/dashboards/queries';
import { unitNames } from '@/lib/server/dashboards/unit-names';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { programmeYears } from '@/lib/server/programme/years';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboards'))('title') };
}

async function read(tx: Tx, actor: Actor, query: { county?: string; year?: number }) {
  const answer = await surveyDashboard(tx, actor, query);
  if (!answer.ok) return null;
  const facilities = publicFacilities((await rulebookInForce(tx)).rulebook);
  return {
    data: answer.value,
    facilityNames: Object.fromEntries(facilities.map(({ key, name, nameEn }) => [key, { name, nameEn }])),
    counties: actor.level === 'prefecture' ? await unitNames(tx, 'county') : [],
    years: (await programmeYears(tx, actor)).filter(
      ({ current, campaign }) => !current && campaign?.status === 'frozen',
    ),
  };
}

export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const actor = await pageActor('dashboard.read');
  const query = surveyQuerySchema.safeParse(await searchParams);
  if (!query.success) notFound();
  const found = await withActor(actor, (tx) => read(tx, actor, query.data));
  if (!found) notFound();
  const [t, locale] = await Promise.all([getTranslations('dashboards'), getLocale()]);
  const { data, facilityNames, counties, years } = found;
  const nameIn = ({ name, nameEn }: { name: string; nameEn: string | null }) => (locale === 'en' && nameEn) || name;
  const moment = data.frozen
    ? t('frozen', { name: data.frozen.name, day: formatDate(calendarDateOf(data.frozen.baselineOn), locale) })
    : t('asOf', { moment: formatDateTime(new Date(data.asOf), locale) });
  const filters = (
    <>
      {counties.length > 0 && (
        <FilterSelect
          name="county"
          label={t('wholePrefecture')}
          options={counties.map((county) => ({ value: county.id, label: nameIn(county) }))}
        />
      )}
      {years.length > 0 && (
        <FilterSelect
          name="year"
          label={t('now')}
          options={years.map(({ year }) => ({ value: String(year), label: t('yearOption', { year: String(year) }) }))}
        />
      )}
    </>
  );
  return (
    <ClientMessages namespaces={['charts']}>
      <PageHeader title={`${nameIn(data.unit)} · ${t('title')}`} description={moment} more={filters} />
      <SurveyDashboard data={data} facilityNames={facilityNames} mayOpen={can(actor.role, 'compound.read')} />
    </ClientMessages>
  );
}
