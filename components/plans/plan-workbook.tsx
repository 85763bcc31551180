'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileDrop } from '@/components/ui/file-drop';
import { LinkButton } from '@/components/ui/link-button';
import { Spinner } from '@/components/ui/spinner';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { toast } from '@/components/ui/toast-store';
import { api, type Problem, sentencesOf } from '@/lib/client/api';
import { readPlanSheet } from '@/lib/client/plan-sheet';
import { labelIn } from '@/lib/domain/kernel/label';
import type { CellView, PlanSheetAnswer, PlanView } from '@/lib/domain/plans/answers';
import { ANSWER_LABELS } from '@/lib/domain/plans/labels';
import { inputOf } from './matrix/plan-cells';
import { quantityWords, yuan } from './words';

const LIMIT = 5 * 1024 * 1024;

/** A filled workbook: first what is wrong and what would change, then all of it or nothing. */
export function PlanWorkbook({ planId }: { planId: string }) {
  const t = useTranslations('plans.workbook');
  const locale = useLocale();
  const router = useRouter();
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState<PlanSheetAnswer>();
  const [problem, setProblem] = useState<Problem>();

  async function take(next: File[]) {
    setFiles(next);
    setRead(undefined);
    setProblem(undefined);
    const [file] = next;
    if (!file) return;
    setBusy(true);
    const answer = await readPlanSheet(planId, file);
    setBusy(false);
    if (answer.ok) setRead(answer.value);
    else setProblem(answer.problem);
  }

  async function confirm() {
    if (!read) return;
    setBusy(true);
    const answer = await api<PlanView>('POST', `/api/v1/plans/${planId}/cells`, {
      body: { cells: read.changes.map(({ after }) => inputOf(after)) },
      version: read.version,
      idempotencyKey: `${read.key}-1`,
    });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    toast(t('done', { count: read.changes.length }));
    router.push(`/plans/${planId}`);
  }

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
  return (
    <div className="space-y-4">
      <Card>
        <div className="space-y-4">
          <LinkButton href={`/api/v1/plans/${planId}/workbook.xlsx`} download>
            {t('template')}
          </LinkButton>
          <FileDrop
            label={t('file')}
            hint={t('fileHint')}
            files={files}
            onChange={take}
            types={['.xlsx']}
            maxBytes={LIMIT}
          />
        </div>
      </Card>
      {busy && (
        <p role="status" className="flex items-center gap-2 text-sm text-ink-3">
          <Spinner /> {t('reading')}
        </p>
      )}
      {problem && (
        <Banner tone="red" live title={problem.status === 409 ? t('changed') : t('failed')}>
          {problem.status === 409 ? t('changedText') : sentencesOf(problem).join(' ')}
        </Banner>
      )}
      {read && (
        <>
          <Banner
            live
            tone={read.errors > 0 ? 'red' : 'green'}
            title={
              read.errors > 0
                ? t('errors', { count: read.errors })
                : t('changes', { count: read.changes.length, same: read.same })
            }
            action={
              <Button
                variant="primary"
                busy={busy}
                disabled={read.errors > 0 || read.changes.length === 0}
                onClick={confirm}
              >
                {t('confirm', { count: read.changes.length })}
              </Button>
            }
          >
            {read.errors === 0 &&
              read.changes.length > 0 &&
              t('costs', { before: yuan(read.cost.before, locale), after: yuan(read.cost.after, locale) })}
          </Banner>
          {read.findings.length > 0 && (
            <Card title={t('findings')}>
              <ul className="space-y-2 text-sm">
                {read.findings.map(({ sheet, cell, code, message }) => (
                  <li key={`${sheet} ${cell} ${code}`} className="flex gap-3">
                    <span className="w-24 shrink-0 font-mono text-ink-2">
                      {[sheet, cell].filter(Boolean).join(' ')}
                    </span>
                    <span>{message}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {read.changes.length > 0 && (
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
                {read.changes.map(({ where, item, before, after }) => (
                  <Row key={`${where} ${after.item}`}>
                    <Cell primary>{where}</Cell>
                    <Cell label={t('item')}>{item}</Cell>
                    <Cell label={t('before')}>{said(before)}</Cell>
                    <Cell label={t('after')}>{said(after)}</Cell>
                  </Row>
                ))}
              </tbody>
            </Table>
          )}
        </>
      )}
    </div>
  );
}
