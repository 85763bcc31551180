import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AnnexPrint } from '@/components/scorecards/annex-print';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { liveParams } from '@/lib/domain/scorecards/live-answers';
import { printQuery } from '@/lib/domain/scorecards/paper/schema';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { annexToPrint } from '@/lib/server/scorecards/annex-print';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scorecardsPaper'))('annex') };
}

/** 评价表 of a county and year on A4: the annex's own form, or with 自评、复核、审议 side by side. */
export default async function AnnexPrintPage({ params, searchParams }: PageProps<'/scorecards/[id]/print'>) {
  const actor = await pageActor('scorecard.read');
  const where = liveParams.safeParse(await params);
  const { year, form } = await searchParams;
  const asked = printQuery.safeParse({ year, form });
  const chosen = asked.success ? asked.data : printQuery.parse({});
  if (!where.success) notFound();
  const { id } = where.data;
  const found = await withReader(actor, (reader) =>
    annexToPrint(reader, actor, { ...chosen, county: id, year: chosen.year }),
  );
  if (!found) notFound();
  const t = await getTranslations('scorecardsPaper');
  const other = chosen.form === 'all' ? 'printed' : 'all';
  return (
    <>
      <div className="no-print mb-4 flex flex-wrap gap-2">
        <LinkButton href={`/scorecards/${id}?year=${found.year}`}>{t('back')}</LinkButton>
        <LinkButton href={`/scorecards/${id}/print?year=${found.year}&form=${other}`}>{t(`form.${other}`)}</LinkButton>
        {found.card && (
          <>
            <LinkButton href={`/api/v1/scorecards/${found.card}/annex?form=${chosen.form}`} download>
              {t('word')}
            </LinkButton>
            <LinkButton href={`/api/v1/scorecards/${found.card}/annex-sheet?form=${chosen.form}`} download>
              {t('excel')}
            </LinkButton>
          </>
        )}
        <PrintButton label={t('print')} />
      </div>
      <div className="rounded-lg border border-line bg-surface p-6 sm:p-10 print:border-0 print:p-0">
        <AnnexPrint table={found.table} heading="h1" />
      </div>
    </>
  );
}
