'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';

type Props = {
  /** what is asked of the server */
  path: string;
  words: { button: string; title: string; text: string; done: string };
};

/** Something goes back with its reason, and whether the correction is material: only then is its first time of receipt given up. */
export function BackDialog({ path, words }: Props) {
  const t = useTranslations('stages');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { act, busy, problem, forget } = useAct();

  async function send(form: FormData) {
    const body = { reason: String(form.get('reason') ?? ''), material: form.get('material') === 'yes' };
    if (!(await act('POST', path, { body }))) return;
    setOpen(false);
    toast(words.done);
    router.refresh();
  }

  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) forget();
      }}
      title={words.title}
      description={words.text}
      action={words.button}
      busy={busy}
      onSubmit={send}
      trigger={<Button variant="secondary">{words.button}</Button>}
    >
      {problem && <Banner tone="red" title={problem.title} list={sentencesOf(problem)} live />}
      <Field label={t('reason')} hint={t('reasonHint')} required>
        <Textarea name="reason" rows={3} maxLength={500} />
      </Field>
      <Field label={t('material')} group>
        <RadioGroup
          name="material"
          layout="column"
          defaultValue="no"
          options={[
            { value: 'no', label: t('materialNo') },
            { value: 'yes', label: t('materialYes') },
          ]}
        />
      </Field>
    </FormDialog>
  );
}
