'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FilesDialog } from '@/components/ui/files-dialog';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useFiles } from '@/lib/client/use-files';
import { FILE_TEXTS, FILE_TYPES, type FileKind } from './file-kinds';
import { useSave } from './use-save';

type Props = { compoundId: string; kind: FileKind; onClose: () => void };

/** Photos or documents for a compound: kept first, then attached. */
export function AddFiles({ compoundId, kind, onClose }: Props) {
  const t = useTranslations(FILE_TEXTS[kind]);
  const router = useRouter();
  const { save, problem } = useSave();
  const { files, setFiles, busy, refused, send } = useFiles(kind);
  const [caption, setCaption] = useState('');
  const [takenOn, setTakenOn] = useState('');

  async function upload() {
    const sent = await send(async (fileId) => {
      const body = { fileId, kind, caption: caption.trim() || null, takenOn: takenOn || null };
      return (await save('POST', `/api/v1/compounds/${compoundId}/files`, { body })) !== null;
    });
    if (sent > 0) toast(t('uploaded', { count: sent }));
    router.refresh();
    if (sent === files.length) onClose();
  }

  const shown = refused ?? problem;
  return (
    <FilesDialog
      title={t('add')}
      hint={t('hint')}
      action={t('upload')}
      types={FILE_TYPES[kind]}
      files={files}
      busy={busy}
      refusal={shown && { title: shown.title, lines: sentencesOf(shown) }}
      onChange={setFiles}
      onSend={upload}
      onClose={onClose}
    >
      <Field label={t('caption')}>
        <Input value={caption} maxLength={200} onChange={(event) => setCaption(event.target.value)} />
      </Field>
      <Field label={t('takenOn')}>
        <Input type="date" value={takenOn} onChange={(event) => setTakenOn(event.target.value)} />
      </Field>
    </FilesDialog>
  );
}
