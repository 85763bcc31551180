'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { UploadState } from '@/components/files/upload-state';
import { Banner } from '@/components/ui/banner';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { FormDialog } from '@/components/ui/form-dialog';
import { toast } from '@/components/ui/toast-store';
import type { Opened } from '@/components/ui/use-opener';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { useReadAnew } from '@/lib/client/use-read-anew';
import type { Uploads } from '@/lib/client/use-uploads';
import { type Beside, clashes, type Sent, settled } from './beside';

export type SendProps = {
  title: string;
  /** what the one button does */
  action: string;
  method: 'POST' | 'PUT' | 'PATCH';
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
  /** there is nothing to send yet */
  disabled?: boolean;
  /** files that are kept first; their ids go into the body */
  uploads?: Uploads;
  /** how the ids of the kept files go into the body; nothing: by their field */
  filed?: (ids: Record<string, string>) => object;
  /** a form that changes a record: when somebody else was first, both versions are shown and chosen between */
  beside?: Beside;
  /** the fields, given the refusals of each */
  children: (errors: (field: string) => string[]) => ReactNode;
};

/** Of a SendDialog that was asked for. It stays: who sends once more what nobody answered does so under the same key. */
export function SendPanel({ open, setOpen, ...props }: SendProps & Opened) {
  const { method, path, version, body, done, fields, uploads, filed, onDone, beside, children, ...dialog } = props;
  const t = useTranslations('ui.form');
  const router = useRouter();
  const [sent, setSent] = useState<Sent>({});
  const { act, busy, problem, forget } = useAct<object>();
  const { readAnew, reading } = useReadAnew();
  const conflict = beside && problem?.conflict;
  const errors = (field: string) => fieldErrors(problem, field);
  const shown = fields.some((field) => errors(field).length > 0);
  const rest = problem?.reasons?.filter(({ field }) => !field || !fields.includes(field)).map(({ message }) => message);

  async function send(form: FormData) {
    const ids = uploads ? await uploads.keep() : {};
    if (ids) await save({ ...body(form), ...(filed ? filed(ids) : ids) }, version);
  }

  async function save(what: Sent, of = version) {
    setSent(what);
    if (!(await act(method, path, { body: what, version: of }))) return;
    await readAnew();
    setOpen(false);
    uploads?.clear();
    onDone?.();
    toast(done);
  }

  /** What I typed stays until I close; then the page shows what the other saved. */
  function show(next: boolean) {
    if (problem?.conflict) router.refresh();
    setOpen(next);
    uploads?.clear();
    forget();
  }

  function settle(takeTheirs: ReadonlySet<string>) {
    if (beside && conflict) void save(settled(sent, conflict.theirs as Sent, takeTheirs, beside), conflict.version);
  }

  return (
    <>
      <FormDialog
        {...dialog}
        open={open && !conflict}
        onOpenChange={show}
        busy={busy || reading || uploads?.progress !== undefined}
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
      {open && conflict && (
        <ConflictDialog
          collisions={clashes(sent, conflict.theirs as Sent, beside)}
          busy={busy || reading}
          onResolve={settle}
          onClose={() => show(false)}
        />
      )}
    </>
  );
}
