'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { said } from '@/components/forms/said';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Textarea } from '@/components/ui/textarea';

type Props = { projectId: string; compoundId: string };

/** The list with names: what it is for is said first, and stands in the audit. */
export function ClearDialog({ projectId, compoundId }: Props) {
  const t = useTranslations('contributions.reminders');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function fetchBook(form: FormData) {
    setBusy(true);
    setFailed(null);
    const response = await fetch(`/api/v1/projects/${projectId}/contributions/reminders.xlsx`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-anju-request': '1' },
      body: JSON.stringify({ compound: compoundId, reason: said(form, 'reason') }),
    }).catch(() => null);
    setBusy(false);
    if (!response?.ok) {
      const problem = (await response?.json().catch(() => null)) as { reasons?: { message: string }[]; title?: string };
      setFailed(problem?.reasons?.[0]?.message ?? problem?.title ?? t('failed'));
      return;
    }
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = decodeURIComponent(name ?? 'list.xlsx');
    link.click();
    URL.revokeObjectURL(link.href);
    setOpen(false);
  }

  return (
    <FormDialog
      title={t('clearTitle')}
      trigger={<Button>{t('clear')}</Button>}
      open={open}
      onOpenChange={setOpen}
      action={t('clear')}
      busy={busy}
      onSubmit={fetchBook}
    >
      <p className="text-sm text-ink-2">{t('clearText')}</p>
      <Field label={t('reason')} required>
        <Textarea name="reason" rows={3} maxLength={500} />
      </Field>
      {failed && <Banner live tone="red" title={failed} />}
    </FormDialog>
  );
}
