'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { FormDialog } from '@/components/ui/form-dialog';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';

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
  wide?: boolean;
  /** the fields, given the refusals of each */
  children: (errors: (field: string) => string[]) => ReactNode;
};

/** One thing done about a project in a dialog: refusals stand at their field, the others below; then the page is read anew. */
export function SendDialog({ method, path, version, body, done, fields, children, ...dialog }: Props) {
  const t = useTranslations('projects.form');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { act, busy, problem, forget } = useAct<object>(() => router.refresh());
  const errors = (field: string) => fieldErrors(problem, field);
  const shown = fields.some((field) => errors(field).length > 0);
  const rest = problem?.reasons?.filter(({ field }) => !field || !fields.includes(field)).map(({ message }) => message);

  async function send(form: FormData) {
    if (!(await act(method, path, { body: body(form), version }))) return;
    setOpen(false);
    toast(done);
    router.refresh();
  }

  return (
    <FormDialog
      {...dialog}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      busy={busy}
      onSubmit={send}
    >
      {children(errors)}
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
