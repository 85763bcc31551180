import { FileSpreadsheet, FileText, GitCompareArrows, Printer, Upload } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLight } from '@/components/ui/status-light';
import { labelIn } from '@/lib/domain/kernel/label';
import type { PlanVersion, PlanView } from '@/lib/domain/plans/answers';
import { PLAN_STATUS_LABELS } from '@/lib/domain/plans/labels';
import { formatDateTime } from '@/lib/format/date';

type Props = {
  plan: Pick<PlanView, 'id' | 'no' | 'title' | 'status' | 'compound' | 'finalizedAt' | 'finalizedBy'>;
  versions: readonly PlanVersion[];
  mayWrite: boolean;
};

/** Whose plan, which version, and what can be done with it. */
export function PlanHeader({ plan, versions, mayWrite }: Props) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const { id, no, status, compound, finalizedAt, finalizedBy } = plan;
  const former = versions.find((one) => one.no < no);
  const hasDraft = versions.some((one) => one.status === 'draft');
  return (
    <>
      <PageHeader
        title={plan.title}
        crumbs={[
          { label: t('title'), href: '/plans' },
          { label: compound.name, href: `/compounds/${compound.id}` },
          { label: t('version', { no }) },
        ]}
        marks={
          <StatusLight light={status === 'final' ? 'green' : 'amber'}>
            {labelIn(PLAN_STATUS_LABELS[status], locale)}
          </StatusLight>
        }
        description={[
          compound.code,
          labelIn({ zh: compound.place, en: compound.placeEn }, locale),
          finalizedAt && t('finalizedBy', { by: finalizedBy ?? '', at: formatDateTime(new Date(finalizedAt), locale) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        more={
          <>
            {former && (
              <LinkButton
                size="sm"
                href={`/plans/${id}/differences?with=${former.id}`}
                icon={<GitCompareArrows aria-hidden="true" />}
              >
                {t('compare', { no: former.no })}
              </LinkButton>
            )}
            <LinkButton
              size="sm"
              href={`/api/v1/plans/${id}/workbook.xlsx`}
              download
              icon={<FileSpreadsheet aria-hidden="true" />}
            >
              {t('excel')}
            </LinkButton>
            {mayWrite && status === 'draft' && (
              <LinkButton size="sm" href={`/plans/${id}/workbook`} icon={<Upload aria-hidden="true" />}>
                {t('upload')}
              </LinkButton>
            )}
            <LinkButton size="sm" href={`/api/v1/plans/${id}/docx`} download icon={<FileText aria-hidden="true" />}>
              {t('word')}
            </LinkButton>
            <LinkButton size="sm" href={`/plans/${id}/print`} icon={<Printer aria-hidden="true" />}>
              {t('print')}
            </LinkButton>
            {mayWrite && !hasDraft && (
              <LinkButton size="sm" href={`/plans/new?compound=${compound.id}`}>
                {t('newVersion')}
              </LinkButton>
            )}
          </>
        }
      />
      {versions.length > 1 && (
        <LinkTabs
          label={t('versions')}
          active={String(no)}
          tabs={versions.map((one) => ({
            key: String(one.no),
            label: t('versionState', { no: one.no, status: labelIn(PLAN_STATUS_LABELS[one.status], locale) }),
            href: `/plans/${one.id}`,
          }))}
        />
      )}
    </>
  );
}
