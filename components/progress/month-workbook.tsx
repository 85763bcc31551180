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
import { toast } from '@/components/ui/toast-store';
import { api, type Problem, sentencesOf } from '@/lib/client/api';
import { readMonthSheet } from '@/lib/client/month-sheet';
import type { MonthImportAnswer, MonthSheetAnswer } from '@/lib/domain/progress/sheet-answers';
import { MonthChanges } from './month-changes';
import { MonthFindings } from './month-findings';
import { monthWords } from './words';

const LIMIT = 5 * 1024 * 1024;

interface Props {
  month: string;
  /** null: of no county alone, all that this person may see */
  countyId: string | null;
  /** fills in: may send a filled workbook back */
  mayWrite: boolean;
}

/** A county's month as a workbook: downloaded, filled, sent back; first what is wrong and what would change, then all of it or nothing. */
export function MonthWorkbook({ month, countyId, mayWrite }: Props) {
  const t = useTranslations('progressSheet');
  const words = useTranslations('progress');
  const locale = useLocale();
  const router = useRouter();
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState<MonthSheetAnswer>();
  const [problem, setProblem] = useState<Problem>();
  const county = countyId ? `?county=${countyId}` : '';

  async function take(next: File[]) {
    setFiles(next);
    setRead(undefined);
    setProblem(undefined);
    const [file] = next;
    if (!file) return;
    setBusy(true);
    const answer = await readMonthSheet(month, file);
    setBusy(false);
    if (answer.ok) setRead(answer.value);
    else setProblem(answer.problem);
  }

  async function confirm() {
    if (!read) return;
    setBusy(true);
    const answer = await api<MonthImportAnswer>('POST', `/api/v1/progress/${month}/workbook/apply`, {
      body: { reports: read.projects.map(({ report }) => report) },
      idempotencyKey: `${read.key}-1`,
    });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    toast(t('done', { count: answer.value.projects }));
    setRead(undefined);
    setFiles([]);
    router.refresh();
  }

  return (
    <div className="space-y-4">
      <Card title={t('title')}>
        <div className="space-y-4">
          <LinkButton href={`/api/v1/progress/${month}/workbook.xlsx${county}`} download>
            {t('template', { month: words('monthName', monthWords(month, locale)) })}
          </LinkButton>
          {mayWrite && (
            <FileDrop
              label={t('file')}
              hint={t('fileHint')}
              files={files}
              onChange={take}
              types={['.xlsx']}
              maxBytes={LIMIT}
            />
          )}
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
      {read && !problem && (
        <>
          <Verdict read={read} busy={busy} onConfirm={confirm} />
          <MonthFindings findings={read.findings} />
          <MonthChanges projects={read.projects} />
        </>
      )}
    </div>
  );
}

function Verdict({ read, busy, onConfirm }: { read: MonthSheetAnswer; busy: boolean; onConfirm: () => void }) {
  const t = useTranslations('progressSheet');
  const { errors, same, projects, findings } = read;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  const title =
    errors > 0
      ? t('errors', { count: errors })
      : projects.length > 0
        ? t('changes', { count: projects.length, same })
        : t('nothing');
  return (
    <Banner
      live
      tone={errors > 0 ? 'red' : 'green'}
      title={title}
      action={
        projects.length > 0 && (
          <Button variant="primary" busy={busy} disabled={errors > 0} onClick={onConfirm}>
            {t('confirm', { count: projects.length })}
          </Button>
        )
      }
    >
      {errors === 0 && warnings > 0 && t('warnings', { count: warnings })}
    </Banner>
  );
}
