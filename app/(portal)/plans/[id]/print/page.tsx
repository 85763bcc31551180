import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PaperDocument } from '@/components/papers/paper-document';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { planPaper } from '@/lib/domain/plans/paper';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { planPaperFacts } from '@/lib/server/plans/paper-facts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('print') };
}

/** The plan as an official paper on A4. */
export default async function PrintPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('plan.read');
  const { id } = await params;
  const facts = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => planPaperFacts(reader, actor, id))
    : null;
  if (!facts) notFound();
  const t = await getTranslations('plans');
  return (
    <>
      <div className="no-print mb-4 flex flex-wrap gap-2">
        <LinkButton href={`/plans/${id}`}>{t('back')}</LinkButton>
        <LinkButton href={`/api/v1/plans/${id}/docx`} download>
          {t('word')}
        </LinkButton>
        <PrintButton label={t('print')} />
      </div>
      <div className="rounded-lg border border-line bg-surface p-6 sm:p-10 print:border-0 print:p-0">
        <PaperDocument paper={planPaper(facts)} heading="h1" />
      </div>
    </>
  );
}
