import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PaperDocument } from '@/components/papers/paper-document';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { overviewQuery } from '@/lib/domain/overview/answers';
import { pageActor } from '@/lib/server/gate';
import { brief } from '@/lib/server/overview/brief';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overviewRows'))('brief.title') };
}

/** 一页简报 on A4, from the figures of the overview. */
export default async function BriefPage({ searchParams }: PageProps<'/overview/brief'>) {
  const actor = await pageActor('dashboard.read', 'scorecard.read');
  const asked = await searchParams;
  const query = overviewQuery.safeParse(asked);
  const paper = query.success ? await brief(actor, query.data) : null;
  if (!paper?.ok) notFound();
  const t = await getTranslations('overviewRows');
  const search = new URLSearchParams(asked as Record<string, string>).toString();
  const at = (path: string) => (search === '' ? path : `${path}?${search}`);
  return (
    <>
      <div className="no-print mb-4 flex flex-wrap gap-2">
        <LinkButton href={at('/overview')}>{t('brief.back')}</LinkButton>
        <LinkButton href={at('/api/v1/dashboards/overview/docx')} download>
          {t('brief.word')}
        </LinkButton>
        <PrintButton label={t('brief.print')} />
      </div>
      <div className="rounded-lg border border-line bg-surface p-6 sm:p-10 print:border-0 print:p-0">
        <PaperDocument paper={paper.value} heading="h1" />
      </div>
    </>
  );
}
