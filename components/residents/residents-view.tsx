import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';

type Props = { prefecture: string | undefined; counties: readonly string[] };

export function ResidentsView({ prefecture, counties }: Props) {
  const t = useTranslations('residents');
  return (
    <>
      <PageHeader title={prefecture ? t('title', { unit: prefecture }) : t('titleNoUnit')} />
      <div className="space-y-4">
        <Card title={t('about')}>
          <p>{prefecture ? t('aboutText', { unit: prefecture }) : t('aboutTextNoUnit')}</p>
          <p className="mt-2 text-ink-2">{t('safe')}</p>
          <div className="mt-4 flex flex-wrap gap-2">
            <LinkButton href="/gongshi" variant="primary" prefetch={false}>
              {t('toNotices')}
            </LinkButton>
            <LinkButton href="/receipt" prefetch={false}>
              {t('toReceipt')}
            </LinkButton>
            <LinkButton href="/tousu" prefetch={false}>
              {t('toComplaints')}
            </LinkButton>
          </div>
        </Card>
        <Card title={t('ask')}>
          <p>{t('askText')}</p>
          <ol className="mt-2 list-decimal space-y-1 pl-6">
            <li>{t('askCommunity')}</li>
            <li>{t('askTown')}</li>
            <li>{t('askCounty')}</li>
          </ol>
        </Card>
        {counties.length > 0 && (
          <Card title={t('units')} description={t('unitsText', { count: counties.length })}>
            <ul className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3">
              {counties.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
