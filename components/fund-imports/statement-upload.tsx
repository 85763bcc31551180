'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { FileDrop } from '@/components/ui/file-drop';
import { Progress } from '@/components/ui/progress';
import { toast } from '@/components/ui/toast-store';
import { newKey, type Problem, sentencesOf } from '@/lib/client/api';
import { uploadWorkbook } from '@/lib/client/imports';

// Old .xls and .et are let through: the server says by content what they are and how to save them anew.
const TYPES = ['.xlsx', '.csv', '.xls', '.xlsm', '.et'];
const MOST = 5 * 1024 * 1024;

/** Begins as soon as a file is chosen: nothing is written before a person has looked. */
export function StatementUpload() {
  const t = useTranslations('fundImports.upload');
  const router = useRouter();
  const [files, setFiles] = useState<File[]>([]);
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const key = useRef<string>(undefined);
  const [file] = files;

  async function choose(chosen: File[]) {
    setFiles(chosen);
    setProblem(undefined);
    const [one] = chosen;
    if (!one) return;
    key.current = newKey();
    setSent(0);
    const answer = await uploadWorkbook<{ id: string; again: boolean }>(one, {
      idempotencyKey: key.current,
      onProgress: setSent,
      path: '/api/v1/funds/imports',
    });
    setSent(undefined);
    if (!answer.ok) return setProblem(answer.problem);
    if (answer.value.again) toast(t('again'));
    router.push(`/funds/imports/${answer.value.id}`);
  }

  return (
    <div className="space-y-3">
      <FileDrop
        label={t('label')}
        hint={t('hint')}
        types={TYPES}
        maxBytes={MOST}
        files={files}
        disabled={sent !== undefined}
        onChange={choose}
      />
      {file && sent !== undefined && (
        <Progress
          label={t('sending', { name: file.name })}
          done={sent}
          total={file.size}
          text={sent < file.size ? '' : t('checking')}
        />
      )}
      {file && problem && (
        <Banner live tone="red" title={t('problem', { name: file.name })} list={sentencesOf(problem)} />
      )}
    </div>
  );
}
