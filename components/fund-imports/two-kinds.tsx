import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';

const TEMPLATE = '/api/v1/funds/imports/template.xlsx';

/** What may be sent, and where its template is. */
export function TwoKinds() {
  const t = useTranslations('fundImports.kinds');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Card title={t('bank')}>
        <p className="mb-3 text-sm text-ink-2">{t('bankText')}</p>
        <LinkButton size="sm" download href={`${TEMPLATE}?kind=bank`}>
          {t('template')}
        </LinkButton>
      </Card>
      <Card title={t('ledger')}>
        <p className="mb-3 text-sm text-ink-2">{t('ledgerText')}</p>
        <div className="flex flex-wrap gap-2">
          <LinkButton size="sm" download href={`${TEMPLATE}?kind=ledger`}>
            {t('template')}
          </LinkButton>
          <LinkButton size="sm" download href={`${TEMPLATE}?kind=ledger&filled=true`}>
            {t('filled')}
          </LinkButton>
        </div>
      </Card>
    </div>
  );
}
