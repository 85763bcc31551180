'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { SheetExchange } from '@/components/forms/sheet-exchange';
import { Card } from '@/components/ui/card';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { toast } from '@/components/ui/toast-store';
import { api } from '@/lib/client/api';
import { labelIn } from '@/lib/domain/kernel/label';
import type { CellView, PlanSheetAnswer, PlanView } from '@/lib/domain/plans/answers';
import { ANSWER_LABELS } from '@/lib/domain/plans/labels';
import { inputOf } from './matrix/plan-cells';
import { quantityWords, yuan } from './words';

/** The plan as a workbook, cell by cell. */
export function PlanWorkbook({ planId }: { planId: string }) {
  const t = useTranslations('plans.workbook');
  const locale = useLocale();
  const router = useRouter();

  async function apply(read: PlanSheetAnswer) {
    const answer = await api<PlanView>('POST', `/api/v1/plans/${planId}/cells`, {
      body: { cells: read.changes.map(({ after }) => inputOf(after)) },
      version: read.version,
      idempotencyKey: `${read.key}-1`,
    });
    if (!answer.ok) return answer.problem;
    toast(t('done', { count: read.changes.length }));
    router.push(`/plans/${planId}`);
    return null;
  }

  function verdict({ errors, same, cost, changes: { length: changes } }: PlanSheetAnswer) {
    const costs = { before: yuan(cost.before, locale), after: yuan(cost.after, locale) };
    return {
      title: errors > 0 ? t('errors', { count: errors }) : t('changes', { count: changes, same }),
      ...{ errors, changes, confirm: t('confirm', { count: changes }) },
      note: errors === 0 && changes > 0 && t('costs', costs),
    };
  }

  return (
    <SheetExchange<PlanSheetAnswer>
      template={{ href: `/api/v1/plans/${planId}/workbook.xlsx`, label: t('template') }}
      words={{
        ...{ file: t('file'), fileHint: t('fileHint'), reading: t('reading') },
        ...{ failed: t('failed'), changed: t('changed'), changedText: t('changedText') },
      }}
      path={`/api/v1/plans/${planId}/workbook`}
      verdict={verdict}
      apply={apply}
    >
      {(read) => (
        <>
          <Findings findings={read.findings} />
          <Changes changes={read.changes} />
        </>
      )}
    </SheetExchange>
  );
}

function Findings({ findings }: Pick<PlanSheetAnswer, 'findings'>) {
  const t = useTranslations('plans.workbook');
  if (findings.length === 0) return null;
  return (
    <Card title={t('findings')}>
      <ul className="space-y-2 text-sm">
        {findings.map(({ sheet, cell, code, message }) => (
          <li key={`${sheet} ${cell} ${code}`} className="flex gap-3">
            <span className="w-24 shrink-0 font-mono text-ink-2">{[sheet, cell].filter(Boolean).join(' ')}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Changes({ changes }: Pick<PlanSheetAnswer, 'changes'>) {
  const t = useTranslations('plans.workbook');
  const locale = useLocale();
  const said = (cell: CellView | null): string =>
    cell
      ? [
          labelIn(ANSWER_LABELS[cell.answer], locale),
          quantityWords(cell.quantity, cell.unit),
          cell.answer === 'todo' && yuan(cell.cost, locale),
          cell.reason,
        ]
          .filter(Boolean)
          .join(' · ')
      : t('empty');
  if (changes.length === 0) return null;
  return (
    <Table caption={t('changesCaption')}>
      <thead>
        <tr>
          <HeadCell>{t('where')}</HeadCell>
          <HeadCell>{t('item')}</HeadCell>
          <HeadCell>{t('before')}</HeadCell>
          <HeadCell>{t('after')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ where, item, before, after }) => (
          <Row key={`${where} ${after.item}`}>
            <Cell primary>{where}</Cell>
            <Cell label={t('item')}>{item}</Cell>
            <Cell label={t('before')}>{said(before)}</Cell>
            <Cell label={t('after')}>{said(after)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
