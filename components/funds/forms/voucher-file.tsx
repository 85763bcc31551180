'use client';

import { useTranslations } from 'next-intl';
import { FileField } from '@/components/ui/file-field';
import type { Uploads } from '@/lib/client/use-uploads';

/** The scan of what an entry rests on. */
export function VoucherFile({ uploads, errors }: { uploads: Uploads; errors: string[] }) {
  const t = useTranslations('ledger.forms');
  const { fileId: file } = uploads.chosen;
  return (
    <div className="sm:col-span-2">
      <FileField
        label={t('file')}
        hint={t('fileHint')}
        files={file ? [file] : []}
        onChange={([chosen]) => uploads.choose('fileId', chosen)}
        errors={errors}
        kind="scan"
      />
    </div>
  );
}
