'use client';

import { useTranslations } from 'next-intl';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

type Props = { path: string; version: number };

export function AskCorrection({ path, version }: Props) {
  const t = useTranslations('progress.correction');
  return (
    <SendDialog
      {...{ path, version }}
      title={t('askTitle')}
      trigger={<Button size="sm">{t('ask')}</Button>}
      action={t('ask')}
      method="POST"
      fields={['reason']}
      done={t('asked')}
      body={(form) => ({ reason: said(form, 'reason') })}
    >
      {(errors) => (
        <Field label={t('reason')} error={errors('reason')} required>
          <Textarea name="reason" rows={3} maxLength={500} />
        </Field>
      )}
    </SendDialog>
  );
}

/** Granted, with a note where one is wanted, or refused with the reason. */
export function AnswerCorrection({ path, version }: Props) {
  const t = useTranslations('progress.correction');
  return (
    <>
      {([true, false] as const).map((granted) => (
        <SendDialog
          key={String(granted)}
          {...{ path, version }}
          title={t(granted ? 'grantTitle' : 'refuseTitle')}
          trigger={
            <Button size="sm" variant={granted ? 'primary' : 'secondary'}>
              {t(granted ? 'grant' : 'refuse')}
            </Button>
          }
          action={t(granted ? 'grant' : 'refuse')}
          method="POST"
          fields={['note']}
          done={t(granted ? 'granted' : 'refused')}
          body={(form) => ({ granted, ...filled({ note: said(form, 'note') }) })}
        >
          {(errors) => (
            <>
              {granted && <p className="text-sm text-ink-2">{t('grantText')}</p>}
              <Field label={t('note')} error={errors('note')} required={!granted} optional={granted}>
                <Textarea name="note" rows={3} maxLength={500} />
              </Field>
            </>
          )}
        </SendDialog>
      ))}
    </>
  );
}
