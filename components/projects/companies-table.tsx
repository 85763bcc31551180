import { useLocale, useTranslations } from 'next-intl';
import { ActButton } from '@/components/forms/act-button';
import { Button } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { labelIn } from '@/lib/domain/kernel/label';
import type { CompanyView } from '@/lib/domain/projects/company-answers';
import { COMPANY_KIND_LABELS } from '@/lib/domain/projects/labels';
import type { CompanyKind } from '@/lib/domain/projects/types';
import { formatCount, NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { CompanyDialog } from './forms/company-dialog';

type Props = { companies: readonly CompanyView[]; counties: boolean; mayWrite: boolean; isFiltered: boolean };

export function CompaniesTable({ companies, counties, mayWrite, isFiltered }: Props) {
  const t = useTranslations('projects.companies');
  const locale = useLocale();
  const columns: Column<CompanyView>[] = [
    {
      key: 'name',
      header: t('name'),
      primary: true,
      cell: ({ name, creditCode }) => (
        <>
          {name}
          <span className="block text-xs font-normal text-ink-3">{creditCode ?? t('noCode')}</span>
        </>
      ),
    },
    ...(counties
      ? [{ key: 'county', header: t('county'), cell: ({ county }: CompanyView) => unitName(county, locale) }]
      : []),
    {
      key: 'kinds',
      header: t('kinds'),
      cell: ({ kinds }) =>
        kinds
          .map((kind) => labelIn(COMPANY_KIND_LABELS[kind as CompanyKind], locale))
          .join(locale === 'en' ? ', ' : '、'),
    },
    { key: 'contracts', header: t('contracts'), align: 'right', cell: ({ contracts }) => formatCount(contracts) },
    { key: 'note', header: t('note'), cell: ({ note }) => note ?? NONE },
    ...(mayWrite
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: (company: CompanyView) =>
              company.retiredAt ? (
                t('isRetired')
              ) : (
                <span className="flex flex-wrap gap-1.5">
                  <CompanyDialog
                    key={company.version}
                    company={company}
                    trigger={<Button size="sm">{t('edit')}</Button>}
                  />
                  <ActButton
                    label={t('retire')}
                    title={t('retireTitle', { name: company.name })}
                    description={t('retireText')}
                    path={`/api/v1/companies/${company.id}/retire`}
                    version={company.version}
                    done={t('retired')}
                  />
                </span>
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={companies}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')} description={t(isFiltered ? 'noneFiltered' : 'noneText')} />}
    />
  );
}
