'use client';

import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { fileSize } from '@/components/ui/file-check';
import { FileDrop } from '@/components/ui/file-drop';
import { Progress } from '@/components/ui/progress';
import { newKey, type Problem } from '@/lib/client/api';
import { uploadWorkbook } from '@/lib/client/imports';
import { ProblemBanner } from './problem-view';

// Old .xls and .et are let through: the server says by content what they are and how to save them anew.
const TYPES = ['.xlsx', '.csv', '.xls', '.xlsm', '.et'];
const MAX_BYTES = 30 * 1024 * 1024;

type State =
  | { kind: 'idle' }
  | { kind: 'sending'; sent: number; total: number }
  | { kind: 'sent' }
  | { kind: 'stopped' }
  | { kind: 'failed'; problem: Problem };

/** Begins as soon as a file is chosen: nothing is written before it was checked and confirmed. */
export function UploadBox() {
  const t = useTranslations('imports.upload');
  const router = useRouter();
  const [files, setFiles] = useState<File[]>([]);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const key = useRef<string>(undefined);
  const control = useRef<AbortController>(undefined);
  const file = files[0];
  const busy = state.kind === 'sending' || state.kind === 'sent';

  async function send(chosen: File) {
    control.current = new AbortController();
    const { signal } = control.current;
    key.current ??= newKey();
    setState({ kind: 'sending', sent: 0, total: chosen.size });
    const answer = await uploadWorkbook<{ id: string }>(chosen, {
      idempotencyKey: key.current,
      signal,
      onProgress: (sent, total) => setState({ kind: 'sending', sent, total }),
    });
    if (signal.aborted) return setState({ kind: 'stopped' });
    if (answer.ok || answer.problem.status > 0) key.current = undefined;
    if (!answer.ok) return setState({ kind: 'failed', problem: answer.problem });
    setState({ kind: 'sent' });
    router.push(`/imports/${answer.value.id}`);
  }

  function choose(chosen: File[]) {
    setFiles(chosen);
    key.current = undefined;
    setState({ kind: 'idle' });
    if (chosen[0]) void send(chosen[0]);
  }

  return (
    <div className="space-y-3">
      <FileDrop
        label={t('label')}
        hint={t('hint')}
        types={TYPES}
        maxBytes={MAX_BYTES}
        files={files}
        disabled={busy}
        onChange={choose}
      />
      {file && state.kind === 'sending' && (
        <div className="flex items-center gap-3">
          <div className="min-w-0 grow">
            <Progress
              label={t('sending', { name: file.name })}
              done={state.sent}
              total={state.total}
              text={`${fileSize(state.sent)} / ${fileSize(state.total)}`}
            />
          </div>
          <Button size="sm" variant="quiet" onClick={() => control.current?.abort()}>
            {t('stop')}
          </Button>
        </div>
      )}
      {state.kind === 'sent' && (
        <p role="status" className="text-sm text-ink-2">
          {t('checking')}
        </p>
      )}
      {state.kind === 'stopped' && <Banner title={t('stopped')} live />}
      {state.kind === 'failed' && file && (
        <ProblemBanner problem={state.problem} title={t('problem', { name: file.name })} />
      )}
      {file && (state.kind === 'failed' || state.kind === 'stopped') && (
        <Button onClick={() => send(file)} icon={<RotateCw aria-hidden="true" />}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
