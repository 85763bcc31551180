'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast-store';
import { type Problem, sentencesOf } from '@/lib/client/api';
import { uploadFile } from '@/lib/client/upload';
import { FILE_TEXTS, FILE_TYPES, type FileKind } from './file-kinds';
import { useSave } from './use-save';

const LIMIT = 20 * 1024 * 1024;

type Props = { compoundId: string; kind: FileKind; onClose: () => void };

/** Photos or documents for a compound: kept first, then attached. */
export function AddFiles({ compoundId, kind, onClose }: Props) {
  const t = useTranslations(FILE_TEXTS[kind]);
  const router = useRouter();
  const { save, problem } = useSave();
  const [files, setFiles] = useState<File[]>([]);
  const [caption, setCaption] = useState('');
  const [takenOn, setTakenOn] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem>();

  /** One after the other; what went well leaves the list, so that a second try sends the rest only. */
  async function send() {
    setBusy(true);
    setRefused(undefined);
    let sent = 0;
    for (const file of files) {
      const stored = await uploadFile(file, kind);
      if (!stored.ok) {
        setRefused(stored.problem);
        break;
      }
      const body = {
        fileId: stored.value.id,
        kind,
        caption: caption.trim() || null,
        takenOn: takenOn || null,
      };
      if (!(await save('POST', `/api/v1/compounds/${compoundId}/files`, { body }))) break;
      sent += 1;
    }
    setBusy(false);
    setFiles(files.slice(sent));
    if (sent > 0) toast(t('uploaded', { count: sent }));
    router.refresh();
    if (sent === files.length) onClose();
  }

  const shown = refused ?? problem;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('add')}
      actions={
        <Button variant="primary" busy={busy} disabled={files.length === 0} onClick={send}>
          {t('upload')}
        </Button>
      }
    >
      <FileDrop
        label={t('add')}
        hint={t('hint')}
        files={files}
        onChange={setFiles}
        types={FILE_TYPES[kind]}
        maxBytes={LIMIT}
        maxFiles={10}
        multiple
      />
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <Field label={t('caption')}>
          <Input value={caption} maxLength={200} onChange={(event) => setCaption(event.target.value)} />
        </Field>
        <Field label={t('takenOn')}>
          <Input type="date" value={takenOn} onChange={(event) => setTakenOn(event.target.value)} />
        </Field>
      </div>
      {shown && (
        <div className="mt-4">
          <Banner live tone="red" title={shown.title} list={sentencesOf(shown)} />
        </div>
      )}
    </Dialog>
  );
}
