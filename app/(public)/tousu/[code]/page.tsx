import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { AnswerCard } from '@/components/tousu/answer-card';
import { CodeForm } from '@/components/tousu/code-form';
import { Banner } from '@/components/ui/banner';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { complaintForResident } from '@/lib/server/complaints/residents';

export async function generateMetadata(): Promise<Metadata> {
  // somebody's own page: no search engine keeps its address
  return { title: (await getTranslations('tousu'))('receiptTitle'), robots: { index: false } };
}

const decoded = (code: string): string => {
  try {
    return decodeURIComponent(code);
  } catch {
    return '';
  }
};

/** How the complaint of this code stands, and nothing else. */
export default async function ComplaintOfCodePage({ params }: PageProps<'/tousu/[code]'>) {
  const [{ code: written }, asked, t] = await Promise.all([params, headers(), getTranslations('tousu')]);
  const code = decoded(written).slice(0, 60);
  const address = asked.get('x-forwarded-for')?.split(',')[0]?.trim() ?? null;
  const answer = await complaintForResident(code, address);
  const found = answer.ok ? answer.value : null;
  return (
    <ClientMessages namespaces={['tousu']}>
      <PageHeader title={t('receiptTitle')} />
      {found && <AnswerCard found={found} code={code} />}
      {answer.ok && !found && (
        <Banner tone="amber" title={t('noneFound')}>
          {t('noneFoundText')}
        </Banner>
      )}
      {!answer.ok && (
        <Banner tone="amber" title={t('tooOften')}>
          {t('tooOftenText', { minutes: String(Math.ceil(Number(answer.params?.seconds ?? 60) / 60)) })}
        </Banner>
      )}
      <div className="mt-4">{found ? <TextLink href="/tousu">{t('again')}</TextLink> : <CodeForm />}</div>
    </ClientMessages>
  );
}
