import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReceiptForm } from '@/components/gongshi/receipt-form';
import { PageHeader } from '@/components/ui/page-header';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gongshi'))('receipt.title') };
}

/** Where the code of the form is typed; what was typed becomes the address of the receipt. */
export default async function ReceiptPage({ searchParams }: PageProps<'/receipt'>) {
  const [typed] = [(await searchParams).code].flat();
  const code = typed?.replace(/[^\p{L}\p{N}-]/gu, '').slice(0, 60);
  if (code) redirect(`/receipt/${encodeURIComponent(code)}`);
  const t = await getTranslations('gongshi');
  return (
    <>
      <PageHeader title={t('receipt.title')} description={t('receipt.description')} />
      <ReceiptForm />
    </>
  );
}
