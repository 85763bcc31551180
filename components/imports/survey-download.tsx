'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { api, newKey, type Problem, sentencesOf } from '@/lib/client/api';
import { saveFile } from '@/lib/client/imports';
import type { ExportView } from '@/lib/domain/exports/answers';
import { EXPORT_REASON_MIN } from '@/lib/domain/exports/rules';
import { announceExport } from './export-news';
import { ProblemBanner } from './problem-view';

const PATIENCE = 30;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for the file while it is quick; a slow one is found again in the list of exports. */
async function waitFor(id: string): Promise<'done' | 'failed' | 'later'> {
  for (let look = 0; look < PATIENCE; look++) {
    await pause(look < 5 ? 600 : 2_000);
    const answer = await api<ExportView>('GET', `/api/v1/exports/${id}`);
    const status = answer.ok ? answer.value.status : undefined;
    if (status === 'done' || status === 'failed') return status;
  }
  return 'later';
}

type Props = {
  mayUnmask: boolean;
  /** Of which county, where it is not one's own; '' where none is chosen yet, which the server refuses. */
  county?: string;
};

export function SurveyDownload({ mayUnmask, county }: Props) {
  const t = useTranslations('imports.download');
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function make(reason?: string): Promise<boolean> {
    setBusy(true);
    setProblem(undefined);
    const body = {
      kind: 'survey',
      county: county || undefined,
      unmasked: reason !== undefined,
      reason: reason ?? null,
    };
    const asked = await api<ExportView>('POST', '/api/v1/exports', { body, idempotencyKey: newKey() });
    if (!asked.ok) setProblem(asked.problem);
    else void fetchFile(asked.value.id);
    if (!asked.ok) setBusy(false);
    return asked.ok;
  }

  async function fetchFile(id: string) {
    announceExport();
    const end = await waitFor(id);
    setBusy(false);
    announceExport();
    if (end === 'done') saveFile(`/api/v1/exports/${id}/file`);
    toast(t(end === 'done' ? 'ready' : end), end === 'failed' ? 'red' : end === 'done' ? 'green' : 'neutral');
  }

  return (
    <div className="space-y-2">
      <Button icon={<Download aria-hidden="true" />} busy={busy} onClick={() => make()}>
        {busy ? t('preparing') : t('button')}
      </Button>
      {problem && !asking && <ProblemBanner problem={problem} />}
      <p className="text-sm text-ink-3">{t(county === undefined ? 'masked' : 'maskedOnly')}</p>
      {mayUnmask && (
        <ConfirmDialog
          title={t('unmaskedTitle')}
          description={t('unmaskedText')}
          confirmLabel={t('unmaskedConfirm')}
          reason={{ label: t('unmaskedReason'), hint: t('unmaskedHint'), min: EXPORT_REASON_MIN }}
          errors={asking && problem ? sentencesOf(problem) : undefined}
          open={asking}
          onOpenChange={setAsking}
          onConfirm={make}
          trigger={
            <button
              type="button"
              disabled={busy}
              className="rounded-sm text-sm text-accent-ink underline decoration-accent-line underline-offset-4 hover:decoration-accent pointer-coarse:min-h-11"
            >
              {t('unmasked')}
            </button>
          }
        />
      )}
    </div>
  );
}
