'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { fileSize } from '@/components/ui/file-check';
import { Progress } from '@/components/ui/progress';
import { sentencesOf } from '@/lib/client/api';
import type { Uploads } from '@/lib/client/use-uploads';

/** How far the files of a form have come, or which of them did not arrive and why. */
export function UploadState({ uploads: { progress, failed } }: { uploads: Uploads }) {
  const t = useTranslations('ui.file');
  return (
    <>
      {progress && (
        <Progress
          label={t('uploading')}
          {...progress}
          text={t('uploaded', { done: fileSize(progress.done), total: fileSize(progress.total) })}
        />
      )}
      {failed && (
        <Banner live tone="red" title={t('failed', { name: failed.name })} list={sentencesOf(failed.problem)} />
      )}
    </>
  );
}
