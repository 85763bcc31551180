import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { FormSheets } from '@/components/votes/form-sheets';
import { PrintSheets } from '@/components/votes/print-sheets';
import { labelIn } from '@/lib/domain/kernel/label';
import { SHEETS_AT_ONCE } from '@/lib/domain/votes/form-print';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { formPrint } from '@/lib/server/votes/form-print';

type Props = {
  params: Promise<{ id: string; batch: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const address = z.object({ id: z.uuid(), batch: z.coerce.number().int().min(1) });
const places = z.object({ part: z.coerce.number().int().min(1).max(999).catch(1) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers'))('title') };
}

/** A batch as it is printed: one sheet a household. The receipt codes are on it, so it is only for who hands the forms out. */
export default async function SheetsPage({ params, searchParams }: Props) {
  const actor = await pageActor('vote.write');
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  const { id, batch } = asked.data;
  const { part } = places.parse(await searchParams);
  const print = await withReader(actor, (reader) => formPrint(reader, actor, id, batch, part));
  if (!print) notFound();
  const [t, tp, tv, locale] = await Promise.all([
    getTranslations('papers.sheets'),
    getTranslations('papers'),
    getTranslations('votes'),
    getLocale(),
  ]);
  const { round, compound, sheets, count, voided } = print;
  const good = count - voided;
  const parts = Array.from({ length: Math.ceil(good / SHEETS_AT_ONCE) }, (_, at) => at + 1);
  const name = tp('roundName', {
    compound: compound.name,
    round: labelIn(ROUND_LABELS[round.round], locale),
    attempt: String(round.attempt),
  });
  return (
    <ClientMessages namespaces={['papers']}>
      <div className="no-print mb-5 space-y-3">
        <PageHeader
          title={t('title', { batch: String(batch) })}
          crumbs={[
            { label: tv('title'), href: '/votes' },
            { label: name, href: `/votes/${id}` },
            { label: tp('title'), href: `/votes/${id}/forms` },
            { label: tp('batchName', { batch: String(batch) }) },
          ]}
          description={t('text', { count: good })}
          action={sheets.length > 0 && <PrintSheets count={sheets.length} />}
        />
        {round.status !== 'open' && <Banner tone="amber" title={t('over')} />}
        {voided > 0 && <Banner title={t('voided', { count: voided })} />}
        <Banner title={t('personal')}>{sheets.some(({ receiptUrl }) => receiptUrl) ? null : t('noAddress')}</Banner>
        {parts.length > 1 && (
          <LinkTabs
            label={t('parts')}
            active={String(part)}
            tabs={parts.map((one) => ({
              key: String(one),
              label: t('part', {
                from: String((one - 1) * SHEETS_AT_ONCE + 1),
                to: String(Math.min(one * SHEETS_AT_ONCE, good)),
              }),
              href: `/votes/${id}/forms/${batch}?part=${one}`,
            }))}
          />
        )}
        {good === 0 && <EmptyState title={t('empty')} description={t('emptyText')} />}
      </div>
      <FormSheets print={print} label={t('title', { batch: String(batch) })} />
    </ClientMessages>
  );
}
