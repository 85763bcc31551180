'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { useReadAnew } from '@/lib/client/use-read-anew';

type Props = { projectId: string; stage: number; step: { code: string; name: string }; today: string; ready: boolean };

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** Taking the step that is next: the stated day, and where it differs the day on which it was really done. */
export function TakeStep({ projectId, stage, step, today, ready }: Props) {
  const t = useTranslations('stages');
  const [open, setOpen] = useState(false);
  const { act, busy, problem, forget } = useAct();
  const { readAnew, reading } = useReadAnew();

  async function take(form: FormData) {
    const body = {
      statedOn: textOf(form, 'statedOn') || today,
      actualOn: textOf(form, 'actualOn') || null,
      ...(textOf(form, 'note') ? { note: textOf(form, 'note') } : {}),
    };
    const done = await act('POST', `/api/v1/projects/${projectId}/stages/${stage}/steps/${step.code}`, { body });
    if (!done) return;
    await readAnew();
    setOpen(false);
    toast(t('taken'));
  }

  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) forget();
      }}
      title={t('takeTitle', { stage: String(stage), step: step.name })}
      description={t('takeText')}
      action={t('take', { step: step.name })}
      busy={busy || reading}
      onSubmit={take}
      trigger={
        <Button variant="primary" disabled={!ready} className="w-full">
          {t('take', { step: step.name })}
        </Button>
      }
    >
      {problem && <Banner tone="red" title={problem.title} list={sentencesOf(problem)} live />}
      <Field label={t('statedOn')} required>
        <Input type="date" name="statedOn" defaultValue={today} max={today} />
      </Field>
      <Field label={t('actualOn')} hint={t('actualHint')} optional>
        <Input type="date" name="actualOn" max={today} />
      </Field>
      <Field label={t('note')} optional>
        <Textarea name="note" rows={2} maxLength={500} />
      </Field>
    </FormDialog>
  );
}
