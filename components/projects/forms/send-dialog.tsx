'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, type ReactNode, useState } from 'react';
import { UploadState } from '@/components/files/upload-state';
import { Banner } from '@/components/ui/banner';
import { FormDialog } from '@/components/ui/form-dialog';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { Uploads } from '@/lib/client/use-uploads';

type Props = {
  title: string;
  trigger: ReactElement;
  /** what the one button does */
  action: string;
  method: 'POST' | 'PATCH';
  path: string;
  version?: number;
  body: (form: FormData) => object;
  /** said when it is done */
  done: string;
  /** names of the fields that show their own refusals */
  fields: readonly string[];
  /** what else is to be put away then */
  onDone?: () => void;
  wide?: boolean;
  /** files that are kept first; their ids go into the body */
  uploads?: Uploads;
  /** the fields, given the refusals of each */
  children: (errors: (field: string) => string[]) => ReactNode;
};

/** One thing done about a project in a dialog: refusals stand at their field, the others below; then the page is read anew. */
export function SendDialog({ method, path, version, body, done, fields, uploads, onDone, children, ...dialog }: Props) {
  const t = useTranslations('projects.form');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { act, busy, problem, forget } = useAct<object>(() => router.refresh());
  const errors = (field: string) => fieldErrors(problem, field);
  const shown = fields.some((field) => errors(field).length > 0);
  const rest = problem?.reasons?.filter(({ field }) => !field || !fields.includes(field)).map(({ message }) => message);

  async function send(form: FormData) {
    const ids = uploads ? await uploads.keep() : {};
    if (!ids || !(await act(method, path, { body: { ...body(form), ...ids }, version }))) return;
    setOpen(false);
    uploads?.clear();
    onDone?.();
    toast(done);
    router.refresh();
  }

  return (
    <FormDialog
      {...dialog}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        uploads?.clear();
        forget();
      }}
      busy={busy || uploads?.progress !== undefined}
      onSubmit={send}
    >
      {children(errors)}
      {uploads && <UploadState uploads={uploads} />}
      {problem && (!shown || (rest && rest.length > 0)) && (
        <Banner
          live
          tone="red"
          title={problem.title}
          list={problem.conflict ? [t('conflict')] : rest && rest.length > 0 ? rest : sentencesOf(problem)}
        />
      )}
    </FormDialog>
  );
}
