'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { FormDialog } from '@/components/ui/form-dialog';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, type Problem, sentencesOf } from '@/lib/client/api';
import { uploadFile } from '@/lib/client/upload';
import { useAct } from '@/lib/client/use-act';
import type { SchemeView } from '@/lib/domain/votes/answers';

const LIMIT = 20 * 1024 * 1024;
/** As the server takes papers. */
const TYPES = ['.pdf', '.docx', '.xlsx'];

type Part = SchemeView['parts'][number];
type Props = {
  scheme: Pick<SchemeView, 'id' | 'version'>;
  code: string;
  name: string;
  part?: Part;
  trigger: ReactElement;
};

/** One of the six parts: the words that residents read, and its file. */
export function PartDialog({ scheme, code, name, part, trigger }: Props) {
  const t = useTranslations('voteDesk.schemes');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  const [removes, setRemoves] = useState(false);
  const [sending, setSending] = useState(false);
  const [unsent, setUnsent] = useState<Problem>();
  const { act, busy, problem, forget } = useAct<SchemeView>(() => router.refresh());
  const shown = unsent ?? problem;

  /** undefined: the file that is there stays. */
  async function fileId(): Promise<{ fileId?: string | null } | null> {
    const [file] = files;
    if (!file) return removes ? { fileId: null } : {};
    setSending(true);
    const stored = await uploadFile(file, 'document');
    setSending(false);
    setUnsent(stored.ok ? undefined : stored.problem);
    return stored.ok ? { fileId: stored.value.id } : null;
  }

  async function send(form: FormData) {
    const summary = String(form.get('summary') ?? '').trim();
    const file = await fileId();
    if (!file) return;
    const path = `/api/v1/schemes/${scheme.id}/parts/${code}`;
    if (!(await act('PUT', path, { body: { summary, ...file }, version: scheme.version }))) return;
    show(false);
    toast(t('saved'));
    router.refresh();
  }

  function show(next: boolean) {
    setOpen(next);
    setFiles([]);
    setRemoves(false);
    setUnsent(undefined);
    forget();
  }

  return (
    <FormDialog
      wide
      title={name}
      trigger={trigger}
      open={open}
      onOpenChange={show}
      action={t('save')}
      busy={busy || sending}
      onSubmit={send}
    >
      <Field label={t('part.summary')} error={fieldErrors(problem, 'summary')} required>
        <Textarea name="summary" rows={8} maxLength={2_000} defaultValue={part?.summary} />
      </Field>
      <div className="space-y-2">
        {part?.fileName && (
          <>
            <p className="text-sm text-ink-2">{t('fileKept', { name: part.fileName })}</p>
            {files.length === 0 && (
              <Checkbox
                label={t('removeFile')}
                checked={removes}
                onChange={(event) => setRemoves(event.target.checked)}
              />
            )}
          </>
        )}
        <FileDrop
          label={t('part.file')}
          hint={t('fileHint')}
          files={files}
          onChange={setFiles}
          types={TYPES}
          maxBytes={LIMIT}
          maxFiles={1}
        />
      </div>
      {shown && fieldErrors(shown, 'summary').length === 0 && (
        <Banner live tone="red" title={shown.title} list={shown.conflict ? [t('conflict')] : sentencesOf(shown)} />
      )}
    </FormDialog>
  );
}
