import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CountiesTable } from '@/components/progress/counties-table';
import { LinesTable } from '@/components/progress/lines-table';
import { MonthNav } from '@/components/progress/month-nav';
import { MonthWorkbook } from '@/components/progress/month-workbook';
import { OutagesCard } from '@/components/progress/outages-card';
import { SummaryCard } from '@/components/progress/summary-card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { progressQuery } from '@/lib/domain/progress/schema';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { progressOf, reportingDay } from '@/lib/server/progress/county-month';
import { outagesOf } from '@/lib/server/progress/outages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('title') };
}

const read = (actor: Actor, params: Params) => {
  const asked = progressQuery.safeParse({ month: params.month, county: params.county });
  return withReader(actor, async (reader) => {
    const [progress, outages, day] = await Promise.all([
      progressOf(reader, actor, asked.success ? asked.data : {}),
      outagesOf(reader, actor),
      reportingDay(reader, actor),
    ]);
    return { progress, outages, day };
  });
};

/** 月报: how far each county is with a month, its summary, and the projects. */
export default async function ProgressPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('project.read');
  const params = await searchParams;
  const [{ progress, outages, day }, t, locale] = await Promise.all([
    read(actor, params),
    getTranslations('progress'),
    getLocale(),
  ]);
  const { month, counties, lines } = progress;
  const isPrefecture = actor.level === 'prefecture';
  const chosen = isPrefecture && typeof params.county === 'string' ? counties[0] : undefined;
  const own = isPrefecture ? chosen : counties.find(({ id }) => id === actor.countyId);
  return (
    <ClientMessages namespaces={['progress', 'progressSheet']}>
      <PageHeader
        title={t('title')}
        description={t('description', { day })}
        more={<LinkButton href={hrefWith('/progress/calendar', {})}>{t('calendar')}</LinkButton>}
      />
      <div className="space-y-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <MonthNav month={month as ReportMonth} county={chosen?.id} />
          {chosen && <TextLink href={hrefWith('/progress', { month })}>{t('month_.all')}</TextLink>}
        </div>
        {isPrefecture && !chosen && <CountiesTable counties={counties} month={month} />}
        {own && (
          <SummaryCard
            month={month}
            countyId={own.id}
            summary={own.summary}
            rights={{
              send: can(actor.role, 'report.sumUp') && progress.ended,
              decide: can(actor.role, 'milestone.decide'),
            }}
          />
        )}
        <section aria-label={t('month_.lines')} className="space-y-2">
          <h2 className="font-semibold">
            {chosen
              ? t('month_.chosen', { name: unitName(chosen, locale) })
              : t(isPrefecture ? 'month_.overdueLines' : 'month_.lines')}
          </h2>
          <LinesTable month={month} lines={lines} withCounty={isPrefecture && !chosen} />
          {progress.more > 0 && <p className="text-sm text-ink-3">{t('month_.more', { count: progress.more })}</p>}
        </section>
        {lines.length > 0 && (own || !isPrefecture) && (
          <MonthWorkbook month={month} countyId={own?.id ?? null} mayWrite={can(actor.role, 'progress.write')} />
        )}
        {(actor.level === 'prefecture' || actor.level === 'county') && (
          <OutagesCard outages={outages} mayWrite={can(actor.role, 'outage.write')} />
        )}
      </div>
    </ClientMessages>
  );
}
