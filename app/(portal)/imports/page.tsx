import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CountySurvey } from '@/components/imports/county-survey';
import { ExportList } from '@/components/imports/export-list';
import { ImportHistory } from '@/components/imports/import-history';
import { StartSteps } from '@/components/imports/start-steps';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/domain/accounts/permissions';
import { unitOptions } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { placeOptions } from '@/lib/server/compounds/places';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

/** Where a county's survey goes in, and files come out. Whoever may not import takes a county's workbook to read, and sees what they exported. */
export default async function ImportsPage() {
  const actor = await pageActor();
  const [mayImport, mayExport] = [can(actor.role, 'import.run'), can(actor.role, 'export.run')];
  if (!mayImport && !mayExport) notFound();
  const [t, locale] = await Promise.all([getTranslations('imports'), getLocale()]);
  const places = mayImport ? [] : await withActor(actor, (tx) => placeOptions(tx, actor, null));
  const counties = unitOptions(places, locale);
  return (
    <ClientMessages namespaces={['imports', 'reasons']}>
      <PageHeader
        title={t(mayImport ? 'title' : 'exportsTitle')}
        description={t(mayImport ? 'description' : 'exportsDescription')}
      />
      {mayImport && (
        <>
          <StartSteps mayUnmask={can(actor.role, 'export.unmasked')} />
          <section className="mb-8" aria-labelledby="history">
            <h2 id="history" className="mb-3 text-lg font-semibold">
              {t('history.title')}
            </h2>
            <ImportHistory />
          </section>
        </>
      )}
      {counties.length > 0 && <CountySurvey counties={counties} />}
      <section aria-labelledby="exports">
        <h2 id="exports" className="text-lg font-semibold">
          {t('exports.title')}
        </h2>
        <p className="mb-3 text-sm text-ink-3">{t('exports.description')}</p>
        <ExportList />
      </section>
    </ClientMessages>
  );
}
