'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { SheetExchange } from '@/components/forms/sheet-exchange';
import { toast } from '@/components/ui/toast-store';
import { api } from '@/lib/client/api';
import type { MonthImportAnswer, MonthSheetAnswer } from '@/lib/domain/progress/sheet-answers';
import { MonthChanges } from './month-changes';
import { MonthFindings } from './month-findings';
import { monthWords } from './words';

interface Props {
  month: string;
  /** null: of no county alone, all that this person may see */
  countyId: string | null;
  /** fills in: may send a filled workbook back */
  mayWrite: boolean;
}

/** A county's month as a workbook, project by project. */
export function MonthWorkbook({ month, countyId, mayWrite }: Props) {
  const t = useTranslations('progressSheet');
  const words = useTranslations('progress');
  const locale = useLocale();
  const router = useRouter();
  const county = countyId ? `?county=${countyId}` : '';

  async function apply(read: MonthSheetAnswer) {
    const answer = await api<MonthImportAnswer>('POST', `/api/v1/progress/${month}/workbook/apply`, {
      body: { reports: read.projects.map(({ report }) => report) },
      idempotencyKey: `${read.key}-1`,
    });
    if (!answer.ok) return answer.problem;
    toast(t('done', { count: answer.value.projects }));
    router.refresh();
    return null;
  }

  function verdict({ errors, same, findings, projects: { length: changes } }: MonthSheetAnswer) {
    const warnings = findings.filter(({ level }) => level === 'warning').length;
    const right = changes > 0 ? t('changes', { count: changes, same }) : t('nothing');
    return {
      title: errors > 0 ? t('errors', { count: errors }) : right,
      ...{ errors, changes, confirm: t('confirm', { count: changes }) },
      note: errors === 0 && warnings > 0 && t('warnings', { count: warnings }),
    };
  }

  return (
    <SheetExchange<MonthSheetAnswer>
      title={t('title')}
      template={{
        href: `/api/v1/progress/${month}/workbook.xlsx${county}`,
        label: t('template', { month: words('monthName', monthWords(month, locale)) }),
      }}
      mayWrite={mayWrite}
      words={{
        ...{ file: t('file'), fileHint: t('fileHint'), reading: t('reading') },
        ...{ failed: t('failed'), changed: t('changed'), changedText: t('changedText') },
      }}
      path={`/api/v1/progress/${month}/workbook`}
      verdict={verdict}
      apply={apply}
    >
      {(read) => (
        <>
          <MonthFindings findings={read.findings} />
          <MonthChanges projects={read.projects} />
        </>
      )}
    </SheetExchange>
  );
}
