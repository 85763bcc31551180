import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ReceiptCard } from '@/components/gongshi/receipt-card';
import { ReceiptForm } from '@/components/gongshi/receipt-form';
import { Banner } from '@/components/ui/banner';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { receiptForResident } from '@/lib/server/notices/residents';

export async function generateMetadata(): Promise<Metadata> {
  // somebody's own page: no search engine keeps its address
  return { title: (await getTranslations('gongshi'))('receipt.title'), robots: { index: false } };
}

const decoded = (code: string): string => {
  try {
    return decodeURIComponent(code);
  } catch {
    return '';
  }
};

/** How the household of this code is recorded, and nothing else. */
export default async function ReceiptOfCodePage({ params }: PageProps<'/receipt/[code]'>) {
  const [{ code: written }, asked, t] = await Promise.all([params, headers(), getTranslations('gongshi')]);
  const code = decoded(written).slice(0, 60);
  const address = asked.get('x-forwarded-for')?.split(',')[0]?.trim() ?? null;
  const found = await receiptForResident(code, address);
  const receipt = found.ok ? found.value : null;
  return (
    <ClientMessages namespaces={['gongshi']}>
      <PageHeader title={t('receipt.title')} />
      {receipt && <ReceiptCard receipt={receipt} code={code} />}
      {found.ok && !receipt && (
        <Banner tone="amber" title={t('receipt.notFound')}>
          {t('receipt.notFoundText')}
        </Banner>
      )}
      {!found.ok && (
        <Banner tone="amber" title={t('receipt.tooOften')}>
          {t('receipt.tooOftenText', { minutes: String(Math.ceil(Number(found.params?.seconds ?? 60) / 60)) })}
        </Banner>
      )}
      <div className="mt-4">
        {receipt ? <TextLink href="/receipt">{t('receipt.again')}</TextLink> : <ReceiptForm />}
      </div>
    </ClientMessages>
  );
}
