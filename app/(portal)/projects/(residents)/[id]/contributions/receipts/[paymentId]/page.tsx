import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ReceiptSlip } from '@/components/contributions/receipt-slip';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { receiptOf } from '@/lib/server/contributions/receipt';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

const address = z.object({ id: z.uuid(), paymentId: z.uuid() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contributions'))('receipt.title') };
}

/** The receipt of a payment, to be printed and signed. */
export default async function ReceiptPage({ params }: { params: Promise<{ id: string; paymentId: string }> }) {
  const actor = await pageActor('project.read', 'contribution.read');
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  const { id, paymentId } = asked.data;
  const receipt = await withReader(actor, (reader) => receiptOf(reader, actor, id, paymentId));
  if (!receipt) notFound();
  const t = await getTranslations('contributions');
  return (
    <div className="paper-page">
      <div className="no-print mb-4 flex flex-wrap gap-2">
        <LinkButton href={`/projects/${id}/contributions`}>{t('household.back')}</LinkButton>
        <PrintButton label={t('receipt.print')} />
      </div>
      <div className="rounded-lg border border-line bg-surface p-4 sm:p-10 print:border-0 print:p-0">
        <ReceiptSlip receipt={receipt} />
      </div>
    </div>
  );
}
