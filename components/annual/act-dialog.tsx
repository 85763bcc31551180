'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { FileDrop } from '@/components/ui/file-drop';
import { FormDialog } from '@/components/ui/form-dialog';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, type Problem, sentencesOf } from '@/lib/client/api';
import { uploadFile } from '@/lib/client/upload';
import { useAct } from '@/lib/client/use-act';
import { useReadAnew } from '@/lib/client/use-read-anew';

const LIMIT = 20 * 1024 * 1024;
/** As the server takes papers. */
const TYPES = ['.pdf', '.docx', '.xlsx'];

type Props<T> = {
  title: string;
  description?: ReactNode;
  trigger: ReactElement;
  /** what the one button does */
  action: string;
  method?: 'POST' | 'PUT' | 'PATCH';
  path: string;
  version?: number;
  bodyOf: (form: FormData) => object;
  /** fields that show their own errors */
  fields: readonly string[];
  /** a file that goes with it; `kept`: the one that is there */
  file?: { label: string; kept?: string | null };
  done: string;
  /** where to go with what was saved */
  onSaved?: (saved: T) => string | undefined;
  wide?: boolean;
  children: (errors: (field: string) => string[]) => ReactNode;
};

export const said = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
/** Sums as people write them: with thousands separated, and with spaces. */
export const sumSaid = (form: FormData, name: string): string => said(form, name).replaceAll(/[,，\s]/g, '');

/** What belongs to no field of the form. */
function linesOf(problem: Problem | undefined, fields: readonly string[], conflict: string): string[] {
  if (!problem) return [];
  if (problem.conflict) return [conflict];
  const reasons = problem.reasons ?? [];
  const rest = reasons.filter(({ field }) => !field || !fields.includes(field));
  return reasons.length > 0 ? rest.map(({ message }) => message) : sentencesOf(problem);
}

/** One thing that is done by a form: perhaps with a file, under the version that was seen. */
export function ActDialog<T>({ fields, file, children, bodyOf, done, onSaved, ...props }: Props<T>) {
  const { title, description, trigger, action, method = 'POST', path, version, wide } = props;
  const t = useTranslations('annual');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  const [sending, setSending] = useState(false);
  const [unsent, setUnsent] = useState<Problem>();
  const { act, busy, problem, forget } = useAct<T>(() => router.refresh());
  const { readAnew, reading } = useReadAnew();

  /** undefined: none was chosen, and what is there stays. */
  async function uploaded(): Promise<{ fileId?: string } | null> {
    const [chosen] = files;
    if (!chosen) return {};
    setSending(true);
    const stored = await uploadFile(chosen, 'document');
    setSending(false);
    setUnsent(stored.ok ? undefined : stored.problem);
    return stored.ok ? { fileId: stored.value.id } : null;
  }

  async function send(form: FormData) {
    const attached = await uploaded();
    if (!attached) return;
    const saved = await act(method, path, { body: { ...bodyOf(form), ...attached }, version });
    if (!saved) return;
    const next = typeof saved === 'object' ? onSaved?.(saved as T) : undefined;
    if (next) router.push(next);
    await readAnew();
    show(false);
    toast(done);
  }

  function show(next: boolean) {
    setOpen(next);
    setFiles([]);
    setUnsent(undefined);
    forget();
  }

  const shown = unsent ?? problem;
  const lines = linesOf(shown, file ? fields : [...fields, 'fileId'], t('conflict'));
  return (
    <FormDialog
      title={title}
      description={description}
      trigger={trigger}
      open={open}
      onOpenChange={show}
      action={action}
      busy={busy || sending || reading}
      onSubmit={send}
      wide={wide}
    >
      {children((field) => fieldErrors(problem, field))}
      {file && (
        <div className="space-y-2">
          <p className="text-sm font-medium text-ink-2">{file.label}</p>
          {file.kept && <p className="text-sm text-ink-3">{t('fileKept', { name: file.kept })}</p>}
          <FileDrop
            label={file.label}
            hint={t('fileHint')}
            files={files}
            onChange={setFiles}
            types={TYPES}
            maxBytes={LIMIT}
            maxFiles={1}
          />
        </div>
      )}
      {shown && lines.length > 0 && <Banner live tone="red" title={shown.title} list={lines} />}
    </FormDialog>
  );
}
